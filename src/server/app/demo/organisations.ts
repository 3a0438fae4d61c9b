import { type Kysely, sql } from 'kysely';
import type { OrganisationRole } from '#core/identity/role.ts';
import type { Consent, NewOrganisation } from '#core/organisation/organisation.ts';
import { insertOrganisation, joinOrganisation, offerSupport } from '../../organisation/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { actAs } from './act-as.ts';
import { peopleByEmail } from './add-people.ts';
import { comparedHospital, everydayHospital, hospitals, leadingHospital } from './hospitals.ts';
import { prefecture, region } from './region.ts';
import { type DemoPerson, officer, roster, supporter } from './roster.ts';
import { ownersClinic } from './small-facilities.ts';

export const network = 'みなと地域医療連携協議会';
export const office = '架空の県庁 医療政策課';

type Parts = { readonly db: Kysely<Tables>; readonly now: Date };
type Ids = ReadonlyMap<string, string>;

const membersOfNetwork = hospitals.slice(0, 14);
const consentOf = (name: string, place: number): Consent =>
  [everydayHospital, leadingHospital, comparedHospital].includes(name) ? 'score' : place % 5 === 4 ? 'count' : 'stage';
const supported = [
  {
    name: everydayHospital,
    purpose: '年1回の点検を一緒に進める',
    scope: ['support-sheet', 'support-result', 'support-answer'],
  },
  { name: ownersClinic, purpose: '弱い分野の対策の相談', scope: ['support-sheet', 'support-result'] },
] as const;
const supportedDays = 180;
const dayMs = 24 * 60 * 60 * 1000;

async function addOrganisation(
  { db, now }: Parts,
  wanted: NewOrganisation,
  personId: string,
  roles: OrganisationRole[],
) {
  const added = await asSystem(db, (tx) => insertOrganisation(tx, wanted));
  if (!added) return undefined;
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organisation_id', ${added.id}, true)`.execute(tx);
    const member = { organisation_id: added.id, person_id: personId, roles, joined_at: now };
    await tx.insertInto('organisation_member').values(member).execute();
  });
  return added.id;
}

/** Acts in a facility as the one who administers it. */
async function asAdministrator(
  { db, now }: Parts,
  name: string,
  ids: Ids,
  work: (context: Parameters<typeof joinOrganisation>[0]) => Promise<unknown>,
): Promise<void> {
  const code = region.find((facility) => facility.name === name)?.code ?? '';
  const person = roster.find(({ facility, roles }) => facility === code && roles.includes('facility-administrator'));
  const id = person && ids.get(person.email);
  const found = await asSystem(db, (tx) =>
    tx.selectFrom('facility').select('id').where('code', '=', code).executeTakeFirstOrThrow(),
  );
  if (!person || id === undefined) throw new Error(`nobody administers ${name}`);
  const acting = { id, name: person.name, roles: person.roles };
  await actAs(db, found.id, acting, (as) => work(as(acting, now)));
}

const idOf = (ids: Ids, { email, name }: DemoPerson): string => {
  const id = ids.get(email);
  if (id === undefined) throw new Error(`${name} is not in the region`);
  return id;
};

/** A regional network whose supporter comes from the leading hospital, and the officer of a prefecture; nothing is doubled. */
export async function addOrganisations(parts: Parts): Promise<void> {
  const ids = await asSystem(parts.db, peopleByEmail);
  const ofPrefecture = { kind: 'prefecture', name: office, prefecture } as const;
  await addOrganisation(parts, ofPrefecture, idOf(ids, officer), ['programme-officer']);
  const ofRegion = { kind: 'network', name: network, prefecture: null } as const;
  const roles: OrganisationRole[] = ['organisation-administrator', 'supporter'];
  const organisationId = await addOrganisation(parts, ofRegion, idOf(ids, supporter), roles);
  if (organisationId === undefined) return;
  for (const [place, { name }] of membersOfNetwork.entries()) {
    const shows = consentOf(name, place);
    await asAdministrator(parts, name, ids, (context) => joinOrganisation(context, { organisationId, shows }));
  }
  const endsOn = new Date(parts.now.getTime() + supportedDays * dayMs).toISOString().slice(0, 10);
  for (const { name, purpose, scope } of supported) {
    const terms = { organisationId, purpose, scope: [...scope], endsOn };
    await asAdministrator(parts, name, ids, (context) => offerSupport(context, terms));
  }
}
