import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { AboveTables, FacilityTables, OwnPersonTables, SystemTables, Tables } from './tables.ts';

declare const scope: unique symbol;
type Scoped<T, Name extends string> = Transaction<T> & { readonly [scope]: Name };

/** One facility's own rows and nothing else. Only `inFacility` makes one, and of a single form in it `inVendorForm`. */
export type FacilityTx = Scoped<FacilityTables, 'facility'>;
/** A person's own sessions, memberships and invitations, or those a secret link names. */
export type PersonTx = Scoped<OwnPersonTables, 'person'>;
/** One organisation above the facilities: its people, its agreements, and the summaries it may see. Only `inOrganisation` makes one. */
export type OrganisationTx = Scoped<AboveTables, 'organisation'>;
/** Register, set-up, people by e-mail; no facility's answers. */
export type SystemTx = Scoped<SystemTables, 'system'>;

type Work<Tx, T> = (tx: Tx) => Promise<T>;

type Entering = {
  readonly facilityId: string;
  readonly personId: string;
  /** Id of the access token a program acts with: what it does is recorded so. */
  readonly accessToken?: string | undefined;
  readonly now?: Date;
};

/**
 * Opens a transaction in which only this facility's rows exist, and hands over the roles the person holds there: as its
 * member, or as a supporter by an agreement that lives at `now`. That is checked here and nowhere else; without it the
 * work does not run and the answer is undefined.
 */
export function inFacility<T>(
  db: Kysely<Tables>,
  entering: Entering,
  work: (tx: FacilityTx, roles: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  return db.transaction().execute((tx) => enter(tx, entering, work));
}

/** `inFacility` for a long reading: everything as it stood at one moment, and nothing can be changed. */
export function fromFacility<T>(
  db: Kysely<Tables>,
  entering: Entering,
  read: (tx: FacilityTx, roles: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute((tx) => enter(tx, entering, read));
}

const enterFacility = "select enter_facility($1, $2, $3) as roles, set_config('app.access_token', $4, true)";

async function enter<T>(
  tx: Transaction<Tables>,
  { facilityId, personId, accessToken, now = new Date() }: Entering,
  work: (tx: FacilityTx, roles: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  const given = [facilityId, personId, now, accessToken ?? ''];
  const entered = await tx.executeQuery<{ roles: string[] | null }>(CompiledQuery.raw(enterFacility, given));
  const roles = entered.rows[0]?.roles;
  return roles ? work(tx as Transaction<FacilityTables> as FacilityTx, roles) : undefined;
}

/** The form a secret link leads to, and who answers there. */
export type FormPlace = {
  readonly facilityId: string;
  readonly facilityName: string;
  readonly runId: string;
  readonly linkId: string;
  readonly contactId: string;
  readonly contactName: string;
  readonly vendor: string;
  readonly system: string;
  readonly contact: string;
  readonly expiresAt: Date;
  readonly sentAt: Date | null;
};

type InForm<T> = { readonly standing: 'open'; readonly value: T };
type Closed = { readonly standing: 'unknown' | 'ended' | 'expired' };

/**
 * Opens a transaction in which of all facilities only the form of a link is there: its run, its answers, whoever the link was
 * made for, and nothing else. The link is checked here and nowhere else, and held until the end; where it opens nothing, the
 * answer says why.
 */
export function inVendorForm<T>(
  db: Kysely<Tables>,
  { token, now }: { readonly token: Buffer; readonly now: Date },
  work: (tx: FacilityTx, place: FormPlace) => Promise<T>,
): Promise<InForm<T> | Closed> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<FormPlace & { standing: 'open' | 'ended' | 'expired' }>`select standing,
      facility_id as "facilityId", facility_name as "facilityName", run_id as "runId", link_id as "linkId",
      contact_id as "contactId", contact_name as "contactName", vendor, system, contact, expires_at as "expiresAt",
      sent_at as "sentAt" from enter_vendor_form(${token}, ${now})`.execute(tx);
    const [place] = rows;
    if (place?.standing !== 'open') return { standing: place?.standing ?? 'unknown' };
    return { standing: 'open', value: await work(tx as Transaction<FacilityTables> as FacilityTx, place) };
  });
}

/** Opens a transaction in which only this organisation's rows exist; membership is checked here and nowhere else. */
export function inOrganisation<T>(
  db: Kysely<Tables>,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  work: (tx: OrganisationTx, roles: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  return db.transaction().execute(async (tx) => {
    const entered = await sql<{
      roles: string[] | null;
    }>`select enter_organisation(${organisationId}, ${personId}) as roles`.execute(tx);
    const roles = entered.rows[0]?.roles;
    return roles ? work(tx as Transaction<AboveTables> as OrganisationTx, roles) : undefined;
  });
}

/** Rows that belong to the person, and to the secret link it came by where `token` is given. */
export function asPerson<T>(
  db: Kysely<Tables>,
  who: { readonly personId?: string; readonly token?: Buffer },
  work: Work<PersonTx, T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.person_id', ${who.personId ?? ''}, true),
      set_config('app.token_hash', ${who.token?.toString('hex') ?? ''}, true)`.execute(tx);
    return work(tx as Transaction<OwnPersonTables> as PersonTx);
  });
}

export function asSystem<T>(db: Kysely<Tables>, work: Work<SystemTx, T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.scope', 'system', true)`.execute(tx);
    return work(tx as Transaction<SystemTables> as SystemTx);
  });
}
