import type { Kysely } from 'kysely';
import { type FacilityRole, roleTitles } from '#core/identity/role.ts';
import { hashToken, newToken } from '../../identity/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asPerson, asSystem } from '../../platform/database/transaction.ts';
import { peopleByEmail } from './add-people.ts';
import { comparedHospital, everydayHospital, leadingHospital } from './hospitals.ts';
import { network, office } from './organisations.ts';
import { region } from './region.ts';
import { type DemoPerson, officer, roster, supporter } from './roster.ts';
import { halfwayPharmacy, ownersClinic, waitingCareHome } from './small-facilities.ts';

/** One way in, as it is printed. */
export type SignInLink = {
  readonly role: string;
  readonly name: string;
  readonly facility: string;
  readonly path: string;
};

type Entry = {
  readonly title: string;
  /** The facility or organisation whose page the link opens. */
  readonly facility: string | null;
  readonly role: FacilityRole | null;
  readonly person?: DemoPerson;
};

const leadingRoles: readonly FacilityRole[] = [
  'facility-administrator',
  'executive',
  'safety-manager',
  'planner',
  'operator',
  'auditor',
  'staff',
];

const entries: readonly Entry[] = [
  { title: roleTitles['system-administrator'], facility: null, role: null },
  ...leadingRoles.map((role) => ({
    title: role === 'staff' ? `${roleTitles.staff}（担当の分野だけ）` : roleTitles[role],
    facility: leadingHospital,
    role,
  })),
  { title: '一人ですべてを担う担当者', facility: everydayHospital, role: 'planner' },
  { title: '同規模と比べられる病院の担当者', facility: comparedHospital, role: 'planner' },
  { title: '診療所の院長', facility: ownersClinic, role: 'facility-administrator' },
  { title: '薬局の管理者（回答の途中）', facility: halfwayPharmacy, role: 'facility-administrator' },
  { title: '介護施設の施設長（これから）', facility: waitingCareHome, role: 'facility-administrator' },
  { title: '地域連携の支援者', facility: network, role: null, person: supporter },
  { title: roleTitles['programme-officer'], facility: office, role: null, person: officer },
];

function personOf({ facility, role, person: named }: Entry): DemoPerson | undefined {
  if (named) return named;
  const code = region.find(({ name }) => name === facility)?.code ?? null;
  return roster.find((person) => person.facility === code && (role === null || person.roles.includes(role)));
}

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** What a link's secret is hashed from: a cookie is no link, and the secret in a link is no cookie. */
export const sessionOfLink = (secret: string) => `demo ${secret}`;

async function linkFor(db: Kysely<Tables>, personId: string, now: Date): Promise<string> {
  const { token } = newToken();
  const token_hash = hashToken(sessionOfLink(token));
  const session = { token_hash, person_id: personId, second_factor: true, browser: 'お試しのリンク' };
  const expires_at = new Date(now.getTime() + lifetimeMs);
  // Seen until it expires: a link lies unused for days and may not end as an idle session does.
  const times = { created_at: now, seen_at: expires_at, expires_at };
  await asPerson(db, { personId }, (tx) =>
    tx
      .insertInto('session')
      .values({ ...session, ...times })
      .execute(),
  );
  return `/demo/${token}`;
}

/** A fresh way in for one person of every role; only hashes are stored, so every start makes its own. */
export async function issueSignInLinks(db: Kysely<Tables>, now: Date): Promise<readonly SignInLink[]> {
  const ids = await asSystem(db, peopleByEmail);
  const links: SignInLink[] = [];
  for (const entry of entries) {
    const person = personOf(entry);
    const id = person && ids.get(person.email);
    if (!person || id === undefined) throw new Error(`nobody in the region is ${entry.title}`);
    const path = await linkFor(db, id, now);
    links.push({ role: entry.title, name: person.name, facility: entry.facility ?? '（施設なし）', path });
  }
  return links;
}
