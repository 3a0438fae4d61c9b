import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import { bandOf } from '#core/risk/level.ts';
import { riskStateTitles } from '#core/risk/risk-state-title.ts';
import { OwnerMark } from '#web/identity/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownLine } from './calls.ts';
import { bandTones, levelWords, stateTones } from './risk-words.ts';

type RiskRowProps = { readonly facilityId: string; readonly risk: ShownLine; readonly criteria: Criteria };

/** One risk in the register: what, how large before and after, where it stands, and whose it is. */
export function RiskRow({ facilityId, risk, criteria }: RiskRowProps) {
  const { id, number, title, state, owner, acceptedUntil, toReview } = risk;
  return (
    <li
      data-print="whole"
      className="grid gap-x-6 gap-y-1 border-t border-solid-gray-100 py-3 first:border-t-0 sm:grid-cols-[3rem_1fr_auto]"
    >
      <span className="text-help text-solid-gray-700 tabular-nums">{number}番</span>
      <div className="min-w-0">
        <p className="measure break-words">
          <Link href={`/facilities/${facilityId}/risks/${id}`}>{title}</Link>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-help">
          <Tag tone={stateTones[state]}>{riskStateTitles[state]}</Tag>
          {acceptedUntil !== null && <span className="tabular-nums">{japaneseDay(acceptedUntil)}まで</span>}
          {toReview && <Tag tone="attention">見直し待ち</Tag>}
          <OwnerMark owner={owner} isOpen={state !== 'closed'} />
        </p>
      </div>
      <Levels {...{ risk, criteria }} />
    </li>
  );
}

function Levels({ risk: { level, levelAfter, after }, criteria }: Omit<RiskRowProps, 'facilityId'>) {
  const band = bandOf(levelAfter, criteria);
  if (band === null) return null;
  return (
    <span className="flex items-center gap-2 self-start text-help whitespace-nowrap tabular-nums">
      {after && (
        <>
          <span className="text-solid-gray-700">{levelWords(level, criteria)}</span>
          <span aria-hidden="true">→</span>
          <span className="sr-only">対応の後</span>
        </>
      )}
      <Tag tone={bandTones[band]}>{levelWords(levelAfter, criteria)}</Tag>
    </span>
  );
}
