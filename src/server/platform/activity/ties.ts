import { sql } from 'kysely';
import type { Act } from '#core/kernel/act.ts';
import type { FacilityContext } from '../http/context.ts';

type Asked = { readonly people: readonly string[]; readonly since: Date };

export type TieAct = {
  readonly act: Act;
  readonly subject: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
};

/**
 * Acts since a moment that say what these people were or had: their roles, and areas, tasks, risks, corrections and clauses handed to them
 * or taken from them. The list of acts is that of the index `activity_of_ties`.
 */
export async function tiesOf(
  { tx, facilityId }: FacilityContext,
  { people, since }: Asked,
): Promise<readonly TieAct[]> {
  const { rows } = await sql<TieAct>`select act, subject, at, detail from activity
    where facility_id = ${facilityId} and at >= ${since}
      and act in ('identity.joined-by-sso', 'identity.roles-changed', 'identity.roles-by-sso', 'identity.member-removed', 'sheet.assigned',
        'task.edited', 'risk.edited', 'risk.treated', 'risk.treatment-removed', 'audit.correction-planned', 'compliance.clause-edited')
      and (subject = any (${people}::text[]) or detail ->> 'person' = any (${people}::text[])
        or detail ->> 'owner' = any (${people}::text[]) or detail ->> 'former' = any (${people}::text[]))
    order by at`.execute(tx);
  return rows;
}
