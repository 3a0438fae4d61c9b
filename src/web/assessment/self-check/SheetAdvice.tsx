import type { FacilityType } from '#core/organisation/facility.ts';
import type { SheetChoice } from '#core/organisation/which-sheet.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Tag } from '#web/ui/Tag.tsx';

type SheetAdviceProps = { readonly choice: SheetChoice | undefined; readonly type: FacilityType | undefined };

const sheets = {
  hospital: { title: '病院の点検票（21分野80問）', href: '/sign-in', words: 'サインインして答える' },
  'small-facility': {
    title: '診療所・薬局・介護施設の点検票（11分野13問）',
    href: '/self-check',
    words: '13問の点検をはじめる',
  },
} as const;

const deemedWords = {
  'may-apply': { tone: 'done', words: '使える可能性があります' },
  'does-not-apply': { tone: 'attention', words: '使えません' },
  unclear: { tone: 'attention', words: 'まだ分かりません' },
} as const;

/** Which sheet to use and whether みなし遵守 may apply, each with its reason. */
export function SheetAdvice({ choice }: SheetAdviceProps) {
  if (!choice) {
    return (
      <EmptyState icon="help" title="答えがそろうと、ここに出ます">
        質問に上から答えてください。「分からない」も選べます。
      </EmptyState>
    );
  }
  const sheet = sheets[choice.sheet];
  const deemed = deemedWords[choice.deemedCompliance];
  return (
    <Card title="あなたの施設では">
      <dl className="flex flex-col gap-4">
        <div>
          <dt className="text-help text-solid-gray-700">使う点検票</dt>
          <dd className="phrase text-section">{sheet.title}</dd>
        </div>
        <div>
          <dt className="text-help text-solid-gray-700">
            みなし遵守（保守委託機関編に従えば、ガイドラインを守ったとみなされる扱い）
          </dt>
          <dd className="text-section">
            {deemed.words} <Tag tone={deemed.tone}>要確認</Tag>
          </dd>
        </div>
        <div>
          <dt className="text-help text-solid-gray-700">理由</dt>
          <dd>
            <ul className="measure list-disc pl-5 text-help">
              {choice.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <div className="mt-4 print:hidden">
        <ButtonLink look="primary" href={sheet.href}>
          {sheet.words}
        </ButtonLink>
      </div>
    </Card>
  );
}
