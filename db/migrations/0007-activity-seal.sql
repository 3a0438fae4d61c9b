-- Every row keeps the number of its transaction: what is below the oldest one still running is complete, however late a
-- neighbour commits. The number belongs to this cluster; a copy brought into another one leaves it out and gets new ones.
alter table activity add column xid xid8 not null default pg_current_xact_id();
alter table system_event add column xid xid8 not null default pg_current_xact_id();
create index activity_xid on activity (xid);
create index system_event_xid on system_event (xid);

drop index activity_at;
create index activity_newest on activity (facility_id, at desc, id desc);
create index activity_of_person on activity (facility_id, person_id, at desc, id desc);

-- One chain for the installation. That no hash is continued twice is held by the keys, whatever a sealer does.
create table activity_seal (
  number bigint primary key check (number > 0),
  previous bytea not null unique,
  hash bytea not null unique,
  count integer not null check (count > 0),
  sealed_at timestamptz not null,
  -- What happened before this time is in this seal or an earlier one; null while that cannot be said.
  complete_until timestamptz,
  horizon xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  ceiling xid8 not null default pg_snapshot_xmax(pg_current_snapshot())
);
alter table activity_seal enable row level security;
alter table activity_seal force row level security;
create policy activity_seal_read on activity_seal for select
  using ((select scope_facility()) is not null or (select scope_is('system')));

-- No foreign key to what is sealed: that a row is gone shall be told, not prevented for some and possible for others.
create table activity_entry (
  facility_id uuid not null,
  activity_id uuid not null,
  seal bigint not null references activity_seal,
  at timestamptz not null,
  act text not null,
  hash bytea not null,
  primary key (facility_id, activity_id)
);
create index activity_entry_seal on activity_entry (seal);
alter table activity_entry enable row level security;
alter table activity_entry force row level security;
create policy activity_entry_own on activity_entry for select using (facility_id = (select scope_facility()));

create table system_event_entry (
  event_id uuid primary key,
  seal bigint not null references activity_seal,
  at timestamptz not null,
  act text not null,
  hash bytea not null
);
create index system_event_entry_seal on system_event_entry (seal);
alter table system_event_entry enable row level security;
alter table system_event_entry force row level security;
create policy system_event_entry_read on system_event_entry for select using ((select scope_is('system')));

-- The owner is under forced row security too: sealing and verifying see what is named here, in their own scope only.
create policy activity_sealing on activity for select to current_user using ((select scope_is('seal')));
create policy system_event_sealing on system_event for select to current_user using ((select scope_is('seal')));
create policy activity_seal_sealing on activity_seal to current_user
  using ((select scope_is('seal'))) with check ((select scope_is('seal')));
create policy activity_entry_sealing on activity_entry to current_user
  using ((select scope_is('seal'))) with check ((select scope_is('seal')));
create policy system_event_entry_sealing on system_event_entry to current_user
  using ((select scope_is('seal'))) with check ((select scope_is('seal')));

-- The canonical form of docs/activity-log.md: a JSON list as PostgreSQL writes jsonb, times in UTC with microseconds.
create function seal_time(at timestamptz) returns text language sql immutable parallel safe as
  $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
create function seal_hash(form jsonb) returns bytea language sql immutable parallel safe as
  $$ select sha256(convert_to(form::text, 'UTF8')) $$;

-- Whether there is anything to seal.
create function activity_waits() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  start xid8;
  until xid8 := pg_snapshot_xmin(pg_current_snapshot());
  waits boolean;
begin
  perform set_config('app.scope', 'seal', true);
  start := coalesce((select s.horizon from activity_seal s order by s.number desc limit 1), '0'::xid8);
  waits := exists (select from activity a where a.xid >= start and a.xid < until
      and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id))
    or exists (select from system_event a where a.xid >= start and a.xid < until
      and not exists (select from system_event_entry e where e.event_id = a.id));
  perform set_config('app.scope', scope_before, true);
  return waits;
end $$;

-- Seals what is complete and not sealed yet, and tells how many rows that were. Sealers take turns by the lock; each
-- statement after it sees what the one before has committed. Nothing is written where nothing waits.
create function seal_activity(at_time timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  last activity_seal;
  seen pg_snapshot;
  start xid8;
  complete timestamptz;
  sealed integer;
begin
  perform set_config('app.scope', 'seal', true);
  lock table activity_seal in exclusive mode;
  select * into last from activity_seal order by number desc limit 1;
  seen := pg_current_snapshot();
  start := coalesce(last.horizon, '0'::xid8);
  complete := case when pg_snapshot_xmin(seen) = pg_snapshot_xmax(seen) then at_time
    else (select max(s.sealed_at) from activity_seal s where s.ceiling <= pg_snapshot_xmin(seen)) end;
  with picked as materialized (
    select a.facility_id, a.id, a.at, a.act, seal_hash(jsonb_build_array('activity', a.facility_id, a.id, seal_time(a.at),
        a.person_id, a.act, a.subject, a.detail)) as hash
      from activity a where a.xid >= start and a.xid < pg_snapshot_xmin(seen)
        and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id)
    union all
    select null, a.id, a.at, a.act, seal_hash(jsonb_build_array('system', a.id, seal_time(a.at), a.act, a.subject))
      from system_event a where a.xid >= start and a.xid < pg_snapshot_xmin(seen)
        and not exists (select from system_event_entry e where e.event_id = a.id)
  ), summed as materialized (
    select count(*)::integer as count, sha256(string_agg(
        seal_hash(jsonb_build_array(facility_id, id, seal_time(at), act, encode(hash, 'hex'))), ''::bytea
        order by facility_id nulls last, id)) as digest
      from picked
  ), added as (
    insert into activity_seal (number, previous, hash, count, sealed_at, complete_until, horizon, ceiling)
      select coalesce(last.number, 0) + 1, coalesce(last.hash, sha256('')),
        seal_hash(jsonb_build_array('seal', coalesce(last.number, 0) + 1, encode(coalesce(last.hash, sha256('')), 'hex'),
          s.count, seal_time(at_time), seal_time(complete), encode(s.digest, 'hex'))),
        s.count, at_time, complete, pg_snapshot_xmin(seen), pg_snapshot_xmax(seen)
      from summed s where s.count > 0 returning number
  ), entries as (
    insert into activity_entry (facility_id, activity_id, seal, at, act, hash)
      select p.facility_id, p.id, n.number, p.at, p.act, p.hash from picked p, added n where p.facility_id is not null
  ), events as (
    insert into system_event_entry (event_id, seal, at, act, hash)
      select p.id, n.number, p.at, p.act, p.hash from picked p, added n where p.facility_id is null
  )
  select s.count into sealed from summed s;
  perform set_config('app.scope', scope_before, true);
  return sealed;
end $$;

-- The one way to ask for a job, in the transaction whose outcome it belongs to. A payload names things and carries none:
-- ids and codes, so that nothing personal stands in the queue.
create function enqueue_job(kind text, payload json, only_one text, run_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from json_each(payload) p where json_typeof(p.value) <> 'string' or (p.value #>> '{}') !~ '^[A-Za-z0-9._-]{1,100}$') then
    raise exception 'the payload of a job carries ids and codes only';
  end if;
  perform graphile_worker.add_job(kind, payload, run_at := run_at, job_key := only_one);
end $$;

revoke execute on function seal_time(timestamptz), seal_hash(jsonb), activity_waits(), seal_activity(timestamptz),
  enqueue_job(text, json, text, timestamptz) from public;
grant execute on function activity_waits(), seal_activity(timestamptz), enqueue_job(text, json, text, timestamptz)
  to mamori_app;
grant select on activity_seal, activity_entry, system_event_entry to mamori_app;
