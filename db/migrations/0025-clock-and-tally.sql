-- A stamp later than a minute from now was written by a clock that was ahead, and counts for nothing (ADR 0033). The minute
-- is `latestStamp` of src/core/kernel/clock.ts; the clock is that of the process that asks, given as at_time.

-- As before; a session that was begun in the future is none.
create or replace function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz) returns table (
  person_id uuid, person_name text, second_factor boolean, second_factor_enrolled boolean, system_roles text[],
  roles text[], any_roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare latest constant timestamptz := at_time + interval '1 minute';
begin
  perform set_config('app.scope', 'sign-in', true);
  update session s set seen_at = at_time
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since and s.created_at <= latest
      and s.seen_at < at_time - interval '1 minute';
  return query
    select p.id, p.name, s.second_factor,
      o.totp_confirmed or exists (select from passkey k where k.person_id = p.id), p.system_roles,
      coalesce(
        (select m.roles from member m where m.person_id = p.id and m.facility_id = at_facility),
        (select array['supporter'] || a.scope from live_support(at_facility, p.id, at_time) a where a.id is not null),
        '{}'),
      coalesce((select array_agg(distinct r) from (
        select unnest(m.roles) from member m where m.person_id = p.id
        union all select unnest(m.roles) from organisation_member m where m.person_id = p.id) held (r)), '{}')
    from session s join person p on p.id = s.person_id join person_secret o on o.person_id = p.id
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since and s.created_at <= latest
      and (s.sso_connection is null or not held_outside(p.id, s.sso_connection));
  perform set_config('app.scope', '', true);
end $$;

-- As before; that a token was used in the future hides no use of today.
create or replace function find_access_token(wanted bytea, at_time timestamptz) returns table (
  token_id uuid, facility_id uuid, person_id uuid, person_name text, scopes text[], roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  update access_token t set last_used_at = at_time
    where t.token_hash = wanted and t.revoked_at is null and t.expires_at > at_time
      and (t.last_used_at is null or t.last_used_at < at_time - interval '1 minute'
        or t.last_used_at > at_time + interval '1 minute');
  return query
    select t.id, t.facility_id, p.id, p.name, t.scopes, m.roles
    from access_token t
    join member m on m.facility_id = t.facility_id and m.person_id = t.person_id
    join person p on p.id = t.person_id
    where t.token_hash = wanted and t.revoked_at is null and t.expires_at > at_time;
  perform set_config('app.scope', '', true);
end $$;

-- As before; a link issued in the future opens nothing, and voids none issued since.
create or replace function find_reset_link(wanted bytea, at_time timestamptz)
returns table (person_id uuid, facility_id uuid, issued_by uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  latest constant timestamptz := at_time + interval '1 minute';
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select l.person_id, l.facility_id, l.issued_by from reset_link l
    where l.token_hash = wanted and l.used_at is null and l.expires_at > at_time and l.created_at <= latest
      and not exists (select from reset_link o where o.person_id = l.person_id and o.created_at > l.created_at
        and o.created_at <= latest and (o.issued_by is null) = (l.issued_by is null));
  perform set_config('app.scope', scope_before, true);
end $$;

-- As mail_posted_since before, which had no end.
drop function mail_posted_since(bytea, text, uuid, text[], timestamptz);
create function mail_posted_between(
  of_recipient bytea, of_kind text, of_place uuid, counted text[], since timestamptz, latest timestamptz)
returns table (to_recipient integer, from_place integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  if of_place is not null then
    perform pg_advisory_xact_lock(hashtextextended('mail ' || of_place::text, 0));
  end if;
  perform pg_advisory_xact_lock(hashtextextended('mail ' || encode(of_recipient, 'hex'), 0));
  perform set_config('app.scope', 'mail', true);
  return query select
    (select count(*)::integer from mail m
      where m.recipient = of_recipient and m.kind = of_kind and m.posted_at > since and m.posted_at <= latest),
    (select count(*)::integer from mail m where coalesce(m.facility_id, m.organisation_id) = of_place
      and m.kind = any (counted) and m.posted_at > since and m.posted_at <= latest);
  perform set_config('app.scope', scope_before, true);
end $$;

-- As before; a seal never says that the log is complete up to a time later than its own.
create or replace function seal_activity(at_time timestamptz) returns integer
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
    else (select max(s.sealed_at) from activity_seal s where s.ceiling <= pg_snapshot_xmin(seen) and s.sealed_at <= at_time) end;
  with picked as materialized (
    select a.facility_id, a.id, a.at, a.act, seal_hash(jsonb_build_array('activity', a.facility_id, a.id, seal_time(a.at),
        a.person_id, a.act, a.subject, a.detail)) as hash
      from activity a where a.xid >= start and a.xid < pg_snapshot_xmin(seen)
        and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id)
    union all
    select null, a.id, a.at, a.act, seal_hash(system_event_form(a))
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

-- Jobs put off for longer than any of ours is were put off by a clock that was ahead: they are due now. The queue goes by
-- the clock of the database. Tells how many.
create function recall_jobs() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare recalled integer;
begin
  update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
    where t.id = j.task_id and j.locked_at is null
      and j.run_at > now() + case t.identifier when 'mail.purge' then interval '32 days' else interval '25 hours' end;
  get diagnostics recalled = row_count;
  return recalled;
end $$;

-- As before. Who begins and who changes the class of the facility take turns: else the one counts under the former class, the
-- other does not see that there is anything to move, and the count is wrong for ever. That lock is another one than the turn of
-- two writers of stages: who edits a profile holds it and goes on to the rows of stages, which who submits already holds.
create or replace function tally_stages(was run_stage_summary[], became run_stage_summary[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  main constant text[] := array['hospital', 'small-facility'];
  written constant uuid[] := array(
    select distinct facility_id from unnest(was || became) r where sheet_id = any (main) order by 1);
begin
  if cardinality(was) + cardinality(became) <= 100 then
    perform pg_advisory_xact_lock(hashtextextended(id::text, 23)) from unnest(written) id;
    if cardinality(was) = 0 or cardinality(became) = 0 then
      perform pg_advisory_xact_lock(hashtextextended(id::text, 25)) from unnest(written) id;
    end if;
  end if;
  perform set_config('app.counting', 'on', true);
  with old_rows as materialized (select * from unnest(was) r where sheet_id = any (main)),
  new_rows as materialized (select * from unnest(became) r where sheet_id = any (main)),
  touched as (select facility_id, fiscal_year from old_rows union select facility_id, fiscal_year from new_rows),
  standing as materialized (
    select s.* from touched join run_stage_summary s using (facility_id, fiscal_year) where s.sheet_id = any (main)),
  counted as materialized (
    select facility_id, fiscal_year, max(prefecture) as prefecture, max(facility_type) as facility_type,
      max(bed_class) as bed_class, max(stage) as stage, n
    from (select o.*, -1 as n from old_rows o
      union all select s.*, -1 from standing s where not exists (select from new_rows n where n.facility_id = s.facility_id
        and n.fiscal_year = s.fiscal_year and n.sheet_id = s.sheet_id)
      union all select s.*, 1 from standing s) r
    group by facility_id, fiscal_year, n),
  begun as (select facility_id, fiscal_year, sum(n) as n from counted group by facility_id, fiscal_year having sum(n) <> 0)
  insert into stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage, facilities)
    select fiscal_year, prefecture, facility_type, bed_class, stage, sum(n) from (
      select fiscal_year, prefecture, facility_type, bed_class, stage, n from counted
      union all select b.fiscal_year, f.prefecture, f.type, bed_class_of(f.beds), 'begun', b.n
      from begun b join facility f on f.id = b.facility_id) change
    group by 1, 2, 3, 4, 5 having sum(n) <> 0;
  perform set_config('app.counting', counting_before, true);
end $$;

-- As before, with that turn. A list of facilities takes none: whoever begins holds the row of the facility meanwhile.
create or replace function tally_register(was facility[], became facility[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  moved constant uuid[] := array(select w.id from unnest(was) w join unnest(became) b on b.id = w.id
    where (w.prefecture, w.type, w.beds) is distinct from (b.prefecture, b.type, b.beds) order by 1);
begin
  if cardinality(moved) <= 100 then
    perform pg_advisory_xact_lock(hashtextextended(id::text, 25)) from unnest(moved) id;
  end if;
  perform set_config('app.counting', 'on', true);
  with change as materialized (
    select id, prefecture, type, bed_class_of(beds) as bed_class, -1 as n from unnest(was)
    union all select id, prefecture, type, bed_class_of(beds), 1 from unnest(became)),
  begun as (select distinct c.id, s.fiscal_year from change c join run_stage_summary s on s.facility_id = c.id
    where s.sheet_id in ('hospital', 'small-facility'))
  insert into stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage, facilities)
    select 0, prefecture, type, bed_class, 'listed', sum(n) from change group by 2, 3, 4 having sum(n) <> 0
    union all select fiscal_year, prefecture, type, bed_class, 'begun', sum(n) from change join begun using (id)
    group by 1, 2, 3, 4 having sum(n) <> 0;
  perform set_config('app.counting', counting_before, true);
end $$;

-- As before, one at a time: two that took the same rows out in another order would wait for each other. Whoever finds
-- another at it leaves it to that one.
create or replace function fold_tallies() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold_tallies', 0)) then return; end if;
  with fresh as (
    select distinct fiscal_year, prefecture, facility_type, bed_class, stage from stage_tally where not folded
  ), taken as (
    delete from stage_tally t using fresh f where (t.fiscal_year, t.prefecture, t.facility_type, t.bed_class, t.stage)
      = (f.fiscal_year, f.prefecture, f.facility_type, f.bed_class, f.stage) returning t.*
  )
  insert into stage_tally select fiscal_year, prefecture, facility_type, bed_class, stage, sum(facilities), true
    from taken group by 1, 2, 3, 4, 5 having sum(facilities) <> 0;
  with fresh as (
    select distinct sheet_id, fiscal_year, facility_type, bed_class, score from score_tally where not folded
  ), taken as (
    delete from score_tally t using fresh f where (t.sheet_id, t.fiscal_year, t.facility_type, t.bed_class, t.score)
      = (f.sheet_id, f.fiscal_year, f.facility_type, f.bed_class, f.score) returning t.*
  )
  insert into score_tally select sheet_id, fiscal_year, facility_type, bed_class, score, sum(facilities), true
    from taken group by 1, 2, 3, 4, 5 having sum(facilities) <> 0;
end $$;

revoke execute on function mail_posted_between(bytea, text, uuid, text[], timestamptz, timestamptz), recall_jobs() from public;
grant execute on function mail_posted_between(bytea, text, uuid, text[], timestamptz, timestamptz), recall_jobs() to mamori_app;
