import { Suspense, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownAudit } from './calls.ts';
import { TeamDialog } from './plan/TeamDialog.tsx';
import { TeamChanges } from './TeamChanges.tsx';

/** Who audits which areas, and what nobody has yet. */
export function Team({ facilityId, audit }: { readonly facilityId: string; readonly audit: ShownAudit }) {
  const { team, areas, mayChangeTeam } = audit;
  const [changing, change] = useState(false);
  const titles = (ids: readonly string[]) => areas.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const taken = team.flatMap((seat) => seat.areas);
  const left = areas.filter(({ id }) => !taken.includes(id));
  return (
    <>
      {team.length === 0 && <p>まだ決まっていません。「計画を直す」で選びます。</p>}
      <ul>
        {team.map(({ person, lead, areas: own }) => (
          <li key={person.id} className="border-t border-solid-gray-100 py-2 first:border-t-0">
            <p className="flex flex-wrap items-center gap-2">
              <strong>{person.name}</strong>
              {lead && <Tag tone="now">責任者</Tag>}
            </p>
            <p className="measure text-help">
              {own.length === 0 ? '監査する分野はありません' : `監査する分野：${titles(own).join('、')}`}
            </p>
          </li>
        ))}
      </ul>
      <TeamChanges audit={audit} />
      {mayChangeTeam && (
        <div className="mt-3">
          <Button onPress={() => change(true)}>監査する人を替える</Button>
        </div>
      )}
      {changing && (
        <Suspense>
          <TeamDialog {...{ facilityId, audit }} onClose={() => change(false)} />
        </Suspense>
      )}
      {left.length > 0 && (
        <p className="measure mt-2 text-help text-orange-1000">
          <Tag tone="attention">まだ</Tag> 監査する人のいない分野：{left.map(({ title }) => title).join('、')}
        </p>
      )}
    </>
  );
}
