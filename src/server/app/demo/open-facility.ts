import { type Kysely, sql } from 'kysely';
import { addFacility, editProfile } from '../../organisation/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { moveStages } from '../../sheet/index.ts';
import { type Acting, actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { shareOf } from './draw.ts';
import type { DemoFacility } from './listed-facility.ts';
import { prefecture } from './region.ts';
import { roster } from './roster.ts';
import type { Span } from './span.ts';

/** A facility of the region as it stands in the database. */
export type OpenedFacility = {
  readonly id: string;
  readonly facility: DemoFacility;
  readonly members: readonly Acting[];
};

async function registeredId(db: Kysely<Tables>, facility: DemoFacility, openedAt: Date): Promise<string> {
  const { code, name, address, type, beds } = facility;
  return asSystem(db, async (tx) => {
    const added = await addFacility(tx, { code, name, address, type, beds, prefecture, postalCode: null }, openedAt);
    if (added) return added.id;
    return (await tx.selectFrom('facility').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;
  });
}

/** The first members of a facility come from nobody's invitation, so they are written as the facility itself. */
function addMembers(db: Kysely<Tables>, facilityId: string, members: readonly Acting[], joinedAt: Date) {
  const rows = members.map(({ id, roles }) => ({
    facility_id: facilityId,
    person_id: id,
    roles: [...roles],
    joined_at: joinedAt,
  }));
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${facilityId}, true)`.execute(tx);
    await tx
      .insertInto('member')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

const untouched = 1;

async function introduce(db: Kysely<Tables>, opened: OpenedFacility, at: Date): Promise<void> {
  const { type, beds, functions, ehr, systemStaff } = opened.facility;
  const administrator = opened.members.find(({ roles }) => roles.includes('facility-administrator'));
  if (!administrator) return;
  await actAs(db, opened.id, administrator, async (as) => {
    const own = await as(administrator, at).tx.selectFrom('facility_profile').select('revision').executeTakeFirst();
    if ((own?.revision ?? untouched) !== untouched) return;
    const edit = { type, beds, ehr, systemStaff, functions: [...functions], revision: untouched };
    await editProfile(as(administrator, at), edit, moveStages);
  });
}

/** Makes sure that a facility is in the register, has its people and says of itself what it is. */
export async function openDemoFacility(
  db: Kysely<Tables>,
  facility: DemoFacility,
  { ids, span }: { readonly ids: ReadonlyMap<string, string>; readonly span: Span },
): Promise<OpenedFacility> {
  const openedAt = momentIn(span.years[0] ?? 0, span.now, 0.1 * shareOf('opened', facility.code), 0.2);
  const members = roster
    .filter((person) => person.facility === facility.code)
    .flatMap(({ email, name, roles }) => {
      const id = ids.get(email);
      return id === undefined ? [] : [{ id, name, roles }];
    });
  const opened = { id: await registeredId(db, facility, openedAt), facility, members };
  await addMembers(db, opened.id, members, openedAt);
  await introduce(db, opened, openedAt);
  return opened;
}
