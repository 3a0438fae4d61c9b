import type pg from 'pg';
import { keptDays } from '#core/kernel/kept-days.ts';
import { withClient } from '../database/with-client.ts';

/** A row of a log as a finding names it; a row above the facilities has none. */
export type NamedRow = {
  readonly facilityId: string | null;
  readonly id: string;
  readonly at: string;
  readonly act: string;
};

export type ActivityFinding =
  | ({ readonly kind: 'changed' | 'removed' | 'inserted' } & NamedRow)
  /** `content`: entries or the seal itself were changed; `link`: it does not continue the one before; `missing`: there is none of this number. */
  | { readonly kind: 'broken-seal'; readonly number: number; readonly reason: 'content' | 'link' | 'missing' }
  | { readonly kind: 'unknown-head'; readonly hash: string };

export type Verification = {
  /** Sealed rows. */
  readonly sealed: number;
  /** Rows that wait for their seal. */
  readonly waiting: number;
  readonly head: { readonly number: number; readonly hash: string; readonly sealedAt: string } | null;
  /** Where a seal is dated before the one it continues: a clock was set back there, or somebody sealed under a false date. */
  readonly setBack: readonly SetBack[];
  readonly findings: readonly ActivityFinding[];
};

/** `number` is of the seal dated `to`, the one before is dated `from`. */
export type SetBack = { readonly number: number; readonly from: string; readonly to: string };

/** From the clock of a request to the number of its transaction there lie five minutes of sending at most, and some waiting. */
const slack = `interval '15 minutes'`;
/** By how much seals of several machines may be dated out of order. */
const tolerance = `interval '1 minute'`;
/** Tries to sign in are kept for some time, by whatever clock there was; that they are gone later is no finding. */
const swept = `(l.act = 'identity.sign-in-tried' and l.at < greatest(now(), head.latest) - interval '${keptDays['sign-in-tried']} days')`;

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const hashOf = (form: string) => `sha256(convert_to(jsonb_build_array(${form})::text, 'UTF8'))`;

const eventForm = `'system', a.id, ${time('a.at')}, a.act, a.subject`;

/** Written out with the functions of PostgreSQL alone: who can change a row could change a function of ours too. */
const lines = `
  select coalesce(a.facility_id, e.facility_id) as facility_id, coalesce(a.id, e.activity_id) as id, coalesce(a.at, e.at) as at,
    coalesce(a.act, e.act) as act, a.xid, a.id is not null as there, e.seal, e.hash,
    ${hashOf(`'activity', a.facility_id, a.id, ${time('a.at')}, a.person_id, a.act, a.subject, a.detail`)} as found
  from activity a full join activity_entry e on e.facility_id = a.facility_id and e.activity_id = a.id
  union all
  select null, coalesce(a.id, e.event_id), coalesce(a.at, e.at), coalesce(a.act, e.act), a.xid, a.id is not null, e.seal, e.hash,
    case when a.actor is null and a.detail is null then ${hashOf(eventForm)} else ${hashOf(`${eventForm}, a.actor, a.detail`)} end
  from system_event a full join system_event_entry e on e.event_id = a.id`;

/** That a log is complete up to a time is not believed where a later seal, or now, is dated before it: a clock was ahead then. */
const rowFindings = `
  with l as (${lines}),
  believed as (select number, horizon, sealed_at, case when complete_until <= ${tolerance} + least(now(),
      min(sealed_at) over (order by number desc rows between unbounded preceding and 1 preceding)) then complete_until end as complete_until
    from activity_seal),
  past as (select number, max(complete_until) over (order by number rows between unbounded preceding and 1 preceding) as complete
    from believed),
  head as (select max(complete_until) as complete, max(horizon::text::numeric) as horizon, max(sealed_at) as latest from believed)
  select kind, facility_id as "facilityId", id, ${time('at')} as at, act from (
    select l.*, case
      when not there then case when ${swept} then null else 'removed' end
      when hash is null then case
        when l.xid::text::numeric < head.horizon or l.at < head.complete - ${slack} then 'inserted' end
      when hash <> found then 'changed'
      when l.at < past.complete - ${slack} then 'inserted' end as kind
    from l cross join head left join past on past.number = l.seal
  ) told where kind is not null order by facility_id, at, id`;

const sealFindings = `
  with entries as (
    select facility_id, activity_id as id, seal, at, act, hash from activity_entry
    union all select null, event_id, seal, at, act, hash from system_event_entry
  ), summed as (
    select seal, count(*)::integer as count, sha256(string_agg(
      ${hashOf(`facility_id, id, ${time('at')}, act, encode(hash, 'hex')`)}, ''::bytea order by facility_id nulls last, id)) as digest
    from entries group by seal
  ), told as (
    select coalesce(s.number, e.seal)::integer as number, case
      when s.number is null then 'missing'
      when s.hash is distinct from ${hashOf(`'seal', s.number, encode(s.previous, 'hex'), e.count, ${time('s.sealed_at')}, ${time('s.complete_until')}, encode(e.digest, 'hex')`)}
        or s.count is distinct from e.count then 'content'
      when s.previous is distinct from coalesce(lag(s.hash) over w, sha256(''))
        or s.number <> coalesce(lag(s.number) over w, 0) + 1 then 'link' end as reason
    from activity_seal s full join summed e on e.seal = s.number window w as (order by coalesce(s.number, e.seal))
  ) select 'broken-seal' as kind, number, reason from told where reason is not null order by number`;

const counts = `select
  (select count(*) from activity_entry) + (select count(*) from system_event_entry) as sealed,
  (select count(*) from activity a where not exists
    (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id))
  + (select count(*) from system_event a where not exists (select from system_event_entry e where e.event_id = a.id)) as waiting`;
const headQuery = `select number::integer, encode(hash, 'hex') as hash, ${time('sealed_at')} as "sealedAt"
  from activity_seal order by number desc limit 1`;

const setBackQuery = `select number::integer, ${time('former')} as from, ${time('sealed_at')} as to from (
  select number, sealed_at, lag(sealed_at) over (order by number) as former from activity_seal) s
  where sealed_at < former - ${tolerance} order by number`;

async function unknownHead(client: pg.Client, hash: string): Promise<readonly ActivityFinding[]> {
  const { rowCount } = await client.query(`select from activity_seal where hash = decode($1, 'hex')`, [hash]);
  return rowCount ? [] : [{ kind: 'unknown-head', hash }];
}

/** The same within a transaction of the owner's, which is under the settings of the verification afterwards. */
export async function verifyActivityWithin(client: pg.Client, expectedHead?: string): Promise<Verification> {
  await client.query(
    `select set_config('search_path', 'pg_catalog, public', true), set_config('app.scope', 'seal', true)`,
  );
  const rows = await client.query<ActivityFinding>(rowFindings);
  const seals = await client.query<ActivityFinding>(sealFindings);
  const counted = await client.query<{ sealed: string; waiting: string }>(counts);
  const head = await client.query<NonNullable<Verification['head']>>(headQuery);
  const setBack = await client.query<SetBack>(setBackQuery);
  const unknown = expectedHead === undefined ? [] : await unknownHead(client, expectedHead);
  return {
    sealed: Number(counted.rows[0]?.sealed),
    waiting: Number(counted.rows[0]?.waiting),
    head: head.rows[0] ?? null,
    setBack: setBack.rows,
    findings: [...rows.rows, ...seals.rows, ...unknown],
  };
}

/**
 * Compares the logs of the whole installation with their seals, in one snapshot and changing nothing. For the owner: the
 * application may read one facility's log at a time.
 */
export function verifyActivity(owner: pg.ClientConfig, expectedHead?: string): Promise<Verification> {
  return withClient(owner, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const verification = await verifyActivityWithin(client, expectedHead);
    await client.query('rollback');
    return verification;
  });
}
