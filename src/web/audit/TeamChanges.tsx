import { Day } from '#web/ui/Day.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import type { ShownAudit } from './calls.ts';

type Seats = ShownAudit['teamChanges'][number]['former'];

/** How the team was changed once the audit had begun: by whom, from whom to whom, and why. */
export function TeamChanges({ audit: { teamChanges, areas } }: { readonly audit: ShownAudit }) {
  if (teamChanges.length === 0) return null;
  const titleOf = (id: string) => areas.find((area) => area.id === id)?.title ?? id;
  const words = (seats: Seats) =>
    seats
      .map(
        ({ person, lead, areas: own }) =>
          `${person.name}${lead ? '（責任者）' : ''}：${own.map(titleOf).join('・') || '分野なし'}`,
      )
      .join(' / ') || 'いません';
  return (
    <Disclosure title={`始めたあとの入れ替え（${teamChanges.length}回）`} printedAsSeen>
      <ul>
        {teamChanges.map(({ id, changedBy, changedAt, reason, former, present }) => (
          <li key={id} className="border-t border-solid-gray-100 py-2 text-help first:border-t-0">
            <p>
              <Day at={new Date(changedAt)} />　{changedBy.name}さんが替えました
            </p>
            <p className="measure break-words whitespace-pre-line">理由：{reason}</p>
            <p className="measure break-words">前：{words(former)}</p>
            <p className="measure break-words">後：{words(present)}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
