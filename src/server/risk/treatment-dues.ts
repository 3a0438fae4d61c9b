import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import type { TreatmentEdit } from '#core/risk/treatment.ts';
import { dueRows } from '../platform/due/due-rows.ts';
import { type DuePlace, whoPlans } from '../platform/due/due-source.ts';
import { askToRemind } from '../platform/due/remind.ts';

/** Asks for the reminders of a treatment that has a day and is not done. */
export async function remindOfTreatment(place: DuePlace, id: string, edit: TreatmentEdit): Promise<void> {
  const { dueOn, doneOn } = edit;
  if (dueOn !== null && doneOn === null) await askToRemind(place, { kind: 'treatment', id, dueOn });
}

/** What is done about risks and is not finished. */
export const treatmentDues = dueRows({
  kind: 'treatment',
  mayRead: (roles) => may(roles, 'risk.read'),
  toldTo: whoPlans,
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('risk_treatment as x')
      .innerJoin('risk as r', (join) =>
        join.onRef('r.facility_id', '=', 'x.facility_id').onRef('r.id', '=', 'x.risk_id'),
      )
      .leftJoin('person as p', 'p.id', 'x.owner_id')
      .select(['x.id', 'x.what as title', 'x.due_on', 'x.owner_id', 'p.name as owner'])
      .select(sql<string>`'risks/' || x.risk_id`.as('page'))
      .where('x.facility_id', '=', facilityId)
      .where('x.done_on', 'is', null)
      .where('r.stage', '<>', 'closed')
      .as('due'),
});
