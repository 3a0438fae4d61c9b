import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import type { TreatmentEdit } from '#core/risk/treatment.ts';
import type { DuePlace, DueSource } from '../platform/due/due-source.ts';
import { askToRemind } from '../platform/due/remind.ts';

const openTreatments = ({ tx, facilityId }: DuePlace) =>
  tx
    .selectFrom('risk_treatment as x')
    .innerJoin('risk as r', (join) => join.onRef('r.facility_id', '=', 'x.facility_id').onRef('r.id', '=', 'x.risk_id'))
    .leftJoin('person as p', 'p.id', 'x.owner_id')
    .select(['x.id', 'x.risk_id', 'x.what', 'x.owner_id', 'p.name'])
    .select(sql<string>`to_char(x.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('x.facility_id', '=', facilityId)
    .where('x.done_on', 'is', null)
    .where('x.due_on', 'is not', null)
    .where('r.stage', '<>', 'closed');

type Row = Awaited<ReturnType<ReturnType<typeof openTreatments>['executeTakeFirstOrThrow']>>;

const asDue = (row: Row): Due => ({
  ...{ kind: 'treatment', id: row.id, title: row.what, dueOn: row.due_on, page: `risks/${row.risk_id}` },
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? '' },
});

/** Asks for the reminders of a treatment that has an owner, a day and is not done. */
export async function remindOfTreatment(place: DuePlace, id: string, edit: TreatmentEdit): Promise<void> {
  const { dueOn, doneOn, ownerId } = edit;
  if (dueOn !== null && doneOn === null && ownerId !== null) {
    await askToRemind(place, { kind: 'treatment', id, dueOn }, ownerId);
  }
}

/** What is done about risks and is not finished. */
export const treatmentDues: DueSource = {
  kind: 'treatment',
  mayRead: (roles) => may(roles, 'risk.read'),
  list: async (place, { until, most, ownerId }) => {
    const rows = await openTreatments(place)
      .where(sql<boolean>`x.due_on <= ${until}::date`)
      .$if(ownerId !== undefined, (all) => all.where('x.owner_id', '=', ownerId ?? ''))
      .orderBy('x.due_on')
      .orderBy('x.id')
      .limit(most)
      .execute();
    return rows.map(asDue);
  },
  find: async (place, id) => {
    const row = await openTreatments(place).where('x.id', '=', id).executeTakeFirst();
    return row && asDue(row);
  },
};
