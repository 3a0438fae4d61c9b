import type { ReactNode } from 'react';
import { openItems } from '#core/compliance/checklist.ts';
import { unproven } from '#core/compliance/inspection/inspection.ts';
import { roleTitles } from '#core/identity/role.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { InspectionView } from '../calls.ts';

type StillMissingProps = { readonly facilityId: string; readonly inspection: InspectionView };

/** What would be missed at the inspection if it came now, each with the page that mends it. */
export function StillMissing({ facilityId, inspection }: StillMissingProps) {
  const { run } = inspection.checklist;
  if (!run) return <NotBegun facilityId={facilityId} />;
  const hrefs = { checklist: `/facilities/${facilityId}/runs/${run.id}`, members: `/facilities/${facilityId}/members` };
  const lines = missing(inspection);
  if (lines.length === 0) return null;
  return (
    <Card title="先に整えておくこと" tone="attention">
      <ul className="flex list-disc flex-col gap-2 pl-6">
        {lines.map(([title, words, page]) => (
          <li key={title} className="measure">
            <strong>{title}：</strong>
            {words}　<Link href={hrefs[page]}>{pages[page]}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What most of it is made of is not there yet. */
function NotBegun({ facilityId }: { readonly facilityId: string }) {
  return (
    <Callout
      tone="attention"
      title="今年度のチェックリストを、まだ始めていません"
      action={<ButtonLink href={`/facilities/${facilityId}/compliance`}>チェックリストを開く</ButtonLink>}
    >
      立入検査では、まずチェックリストを見られます。点検の答えから埋められます。
    </Callout>
  );
}

const pages = { checklist: 'チェックリストを開く', members: '職員と役割を開く' } as const;

type Line = readonly [title: string, words: ReactNode, page: keyof typeof pages];

function missing({ checklist, files, inCharge }: InspectionView): readonly Line[] {
  const unanswered = checklist.sections.flatMap(({ items }) => items).filter(({ state }) => state === 'open');
  const dayless = openItems(checklist.sections).filter(({ lacksTarget }) => lacksTarget);
  const bare = unproven(checklist.sections, files);
  const nobody = inCharge.filter(({ role, people }) => people.length === 0 && role !== 'auditor');
  const list = (labels: readonly string[]) => labels.join('、');
  const found: readonly (Line | false)[] = [
    unanswered.length > 0 && ['まだ答えていない項目', list(unanswered.map(({ label }) => label)), 'checklist'],
    dayless.length > 0 && ['目標日のない「いいえ」', list(dayless.map(({ label }) => label)), 'checklist'],
    bare.length > 0 && ['証跡のない「はい」', list(bare), 'checklist'],
    nobody.length > 0 && ['まだいない役割', list(nobody.map(({ role }) => roleTitles[role])), 'members'],
  ];
  return found.filter((line) => line !== false);
}
