import type { SheetChoice } from '#core/organisation/which-sheet.ts';
import { Tag } from '#web/ui/Tag.tsx';

const sheetTitles = {
  hospital: '病院の点検票（21分野80問）',
  'small-facility': '診療所・薬局・介護施設の点検票（11分野13問）',
} as const;

const deemedWords = {
  'may-apply': '使える可能性があります',
  'does-not-apply': '使えません',
  unclear: 'まだ分かりません',
} as const;

/** Which sheet to use and whether みなし遵守 may apply, each with its reason. */
export function SheetAdvice({ choice }: { readonly choice: SheetChoice }) {
  return (
    <dl className="flex flex-col gap-4">
      <div>
        <dt className="text-help text-solid-gray-700">使う点検票</dt>
        <dd className="font-700">{sheetTitles[choice.sheet]}</dd>
      </div>
      <div>
        <dt className="text-help text-solid-gray-700">
          みなし遵守（保守委託機関編に従えば、ガイドラインを守ったとみなされる扱い）
        </dt>
        <dd className="font-700">
          {deemedWords[choice.deemedCompliance]} <Tag tone="attention">要確認</Tag>
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
  );
}
