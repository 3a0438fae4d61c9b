import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Provision, ProvisionEdit, ProvisionGround, ProvisionPage } from '#core/compliance/patient/provision.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { day, pageOf, rowsAtOnce } from './pages.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

const provisions = ({ tx, facilityId }: Scope) =>
  tx
    .selectFrom('provision as t')
    .innerJoin('person as p', 'p.id', 't.written_by')
    .select(['t.id', 't.recipient', 't.content', 't.ground', 't.ground_note', 't.agreement', 't.revision'])
    .select(['t.written_at', 'p.id as person_id', 'p.name'])
    .select(day<string>('t.provided_on').as('provided_on'))
    .where('t.facility_id', '=', facilityId);

type Row = Awaited<ReturnType<ReturnType<typeof provisions>['executeTakeFirstOrThrow']>>;

const provisionOf = (row: Row): Provision => ({
  id: row.id,
  providedOn: row.provided_on,
  recipient: row.recipient,
  content: row.content,
  ground: row.ground as ProvisionGround,
  groundNote: row.ground_note,
  agreement: row.agreement,
  revision: row.revision,
  writtenBy: { id: row.person_id, name: row.name },
  writtenAt: row.written_at,
});

/** A page of provisions, the newest first. */
export async function findProvisions(
  scope: Scope,
  after: string | undefined,
  most = rowsAtOnce,
): Promise<ProvisionPage> {
  const rows = await provisions(scope)
    .$if(after !== undefined, (all) =>
      all.where(
        sql<boolean>`(t.provided_on, t.id) < (select f.provided_on, f.id from provision f
          where f.facility_id = ${scope.facilityId} and f.id = ${after})`,
      ),
    )
    .orderBy('t.provided_on', 'desc')
    .orderBy('t.id', 'desc')
    .limit(most + 1)
    .execute();
  return pageOf(rows.map(provisionOf), most);
}

export async function findProvision(scope: Scope, id: string): Promise<Provision | undefined> {
  const row = await provisions(scope).where('t.id', '=', id).executeTakeFirst();
  return row && provisionOf(row);
}

/** How many provisions are recorded, and how many of them name the document that settles who answers for what. */
export async function countProvisions({ tx, facilityId }: Scope): Promise<{ all: number; agreed: number }> {
  const row = await tx
    .selectFrom('provision')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .select(sql<string>`count(*) filter (where agreement <> '')`.as('agreed'))
    .where('facility_id', '=', facilityId)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), agreed: Number(row.agreed) };
}

const columnsOf = ({ providedOn, recipient, content, ground, groundNote, agreement }: ProvisionEdit) => ({
  provided_on: providedOn,
  recipient: recipient.trim(),
  content: content.trim(),
  ground,
  ground_note: groundNote.trim(),
  agreement: agreement.trim(),
});

export async function insertProvision(
  { tx, facilityId, personId, now }: FacilityContext,
  edit: ProvisionEdit,
): Promise<string> {
  const id = randomUUID();
  const written = { written_by: personId, written_at: now };
  await tx
    .insertInto('provision')
    .values({ facility_id: facilityId, id, ...columnsOf(edit), ...written })
    .execute();
  return id;
}

export const updateProvision = ({ tx, facilityId }: Scope, id: string, edit: ProvisionEdit) =>
  tx
    .updateTable('provision')
    .set({ ...columnsOf(edit), revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();
