import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Desk, DeskEdit, Enquiry, EnquiryEdit, EnquiryPage } from '#core/compliance/patient/desk.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { day, pageOf, rowsAtOnce } from './pages.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** The desk; empty where nobody has written of it. */
export async function findDesk({ tx, facilityId }: Scope): Promise<Desk> {
  const row = await tx
    .selectFrom('explanation_desk')
    .select(['place', 'in_charge as inCharge', 'hours', 'announced', 'revision'])
    .where('facility_id', '=', facilityId)
    .executeTakeFirst();
  return row ?? { place: '', inCharge: '', hours: '', announced: '', revision: 0 };
}

/** Makes everybody who writes of the desk or of one record do so one after the other until the transaction ends. */
export const holdPatientRecord = ({ tx, facilityId }: Scope, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('patient ' || ${facilityId} || ${id}, 0))`.execute(tx);

export function saveDesk({ tx, facilityId, now }: FacilityContext, { place, inCharge, hours, announced }: DeskEdit) {
  const columns = {
    place: place.trim(),
    in_charge: inCharge.trim(),
    hours: hours.trim(),
    announced: announced.trim(),
    changed_at: now,
  };
  return tx
    .insertInto('explanation_desk')
    .values({ facility_id: facilityId, ...columns })
    .onConflict((on) =>
      on.column('facility_id').doUpdateSet({ ...columns, revision: sql<number>`explanation_desk.revision + 1` }),
    )
    .execute();
}

const enquiries = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('enquiry as t')
    .innerJoin('person as p', 'p.id', 't.written_by')
    .select(['t.id', 't.gist', 't.reply', 't.revision', 't.written_at', 'p.id as person_id', 'p.name'])
    .select(day<string>('t.received_on').as('received_on'))
    .select(day<string | null>('t.replied_on').as('replied_on'))
    .where('t.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof enquiries>['executeTakeFirstOrThrow']>>;

const enquiryOf = (row: Row): Enquiry => ({
  id: row.id,
  receivedOn: row.received_on,
  gist: row.gist,
  reply: row.reply,
  repliedOn: row.replied_on,
  revision: row.revision,
  writtenBy: { id: row.person_id, name: row.name },
  writtenAt: row.written_at,
});

/** A page of enquiries, the newest first. */
export async function findEnquiries(scope: Scope, after: string | undefined): Promise<EnquiryPage> {
  const rows = await enquiries(scope)
    .$if(after !== undefined, (all) =>
      all.where(
        sql<boolean>`(t.received_on, t.id) < (select f.received_on, f.id from enquiry f
          where f.facility_id = ${scope.facilityId} and f.id = ${after})`,
      ),
    )
    .orderBy('t.received_on', 'desc')
    .orderBy('t.id', 'desc')
    .limit(rowsAtOnce + 1)
    .execute();
  return pageOf(rows.map(enquiryOf));
}

export async function findEnquiry(scope: Scope, id: string): Promise<Enquiry | undefined> {
  const row = await enquiries(scope).where('t.id', '=', id).executeTakeFirst();
  return row && enquiryOf(row);
}

const columnsOf = ({ receivedOn, gist, reply, repliedOn }: EnquiryEdit) => ({
  received_on: receivedOn,
  gist: gist.trim(),
  reply: reply.trim(),
  replied_on: repliedOn,
});

export async function insertEnquiry(
  { tx, facilityId, personId, now }: FacilityContext,
  edit: EnquiryEdit,
): Promise<string> {
  const id = randomUUID();
  const written = { written_by: personId, written_at: now };
  await tx
    .insertInto('enquiry')
    .values({ facility_id: facilityId, id, ...columnsOf(edit), ...written })
    .execute();
  return id;
}

export const updateEnquiry = ({ tx, facilityId }: Scope, id: string, edit: EnquiryEdit) =>
  tx
    .updateTable('enquiry')
    .set({ ...columnsOf(edit), revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();
