import { useQuery } from '@tanstack/react-query';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { runsQuery } from '#web/sheet/index.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';

/** Sheets whose items proposals for the checklist come from, and whose measures are planned. */
const planned: readonly string[] = ['hospital', 'small-facility'];

/** Why there is no plan from the checklist, and where it comes from: the newest submitted self-check. */
export function PlanSource({ facilityId }: { readonly facilityId: string }) {
  const { data: runs } = useQuery(runsQuery(facilityId));
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  if (!runs || !may(roles, 'plan.make')) return null;
  const [newest] = runs
    .filter(({ sheetId, status }) => planned.includes(sheetId) && status === 'submitted')
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  const action = newest ? (
    <Link href={`/facilities/${facilityId}/runs/${newest.id}/plan`}>自己点検から、対策の計画を立てる</Link>
  ) : (
    <Link href={`/facilities/${facilityId}`}>自己点検に進む</Link>
  );
  return (
    <Callout tone="note" title="対策の計画は、自己点検の結果から立てます" action={action}>
      チェックリストの項目には、費用と手間の付いた対策がありません。「いいえ」の項目も、つながる自己点検の設問に対策を打つと「はい」に近づきます。
      {!newest && '先に自己点検を提出してください。'}
    </Callout>
  );
}
