import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../platform/due/due-rows.ts';
import { type DuePlace, whoPlans } from '../platform/due/due-source.ts';
import { askToRemindAll } from '../platform/due/remind.ts';

type Begun = { readonly findingId: string; readonly dueOn: string };

/** Asks for the reminders of what is to be put right. */
export const remindOfFindings = (place: DuePlace, findings: readonly Begun[]): Promise<void> =>
  askToRemindAll(
    place,
    findings.map(({ findingId: id, dueOn }) => ({ kind: 'finding', id, dueOn })),
  );

/** What audits found and nobody has put right yet. */
export const findingDues = dueRows({
  kind: 'finding',
  mayRead: (roles) => may(roles, 'audit.read'),
  toldTo: whoPlans,
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('audit_finding as f')
      .leftJoin('person as p', 'p.id', 'f.owner_id')
      .select(['f.id', 'f.statement as title', 'f.due_on', 'f.owner_id', 'p.name as owner'])
      .select(sql<string>`'audits/' || f.audit_id`.as('page'))
      .where('f.facility_id', '=', facilityId)
      .where('f.state', '=', sql.lit('open'))
      .as('due'),
});
