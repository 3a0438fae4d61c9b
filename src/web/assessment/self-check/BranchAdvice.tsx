import type { SheetChoice } from '#core/organisation/which-sheet.ts';
import { SheetAdvice } from '#web/organisation/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';

const ways = {
  hospital: { href: '/sign-in', words: 'サインインして答える' },
  'small-facility': { href: '/self-check', words: '13問の点検を始める' },
} as const;

/** What the answers of the branch come to, and the way to that sheet. */
export function BranchAdvice({ choice }: { readonly choice: SheetChoice | undefined }) {
  if (!choice) {
    return (
      <EmptyState icon="help" title="答えがそろうと、ここに出ます">
        質問に上から答えてください。「分からない」も選べます。
      </EmptyState>
    );
  }
  const { href, words } = ways[choice.sheet];
  return (
    <Card title="あなたの施設では">
      <SheetAdvice choice={choice} />
      <div className="mt-4 print:hidden">
        <ButtonLink look="primary" href={href}>
          {words}
        </ButtonLink>
      </div>
    </Card>
  );
}
