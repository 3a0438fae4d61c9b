-- A facility that ends its use of Mamori: announced by an administrator of it, withdrawn by any of them until it is due, then
-- everything it owns is deleted, portion by portion. A row stands here for as long as that is going on.
create table leaving (
  facility_id uuid primary key references facility,
  announced_by uuid not null references person,
  announced_at timestamptz not null,
  due_at timestamptz not null,
  -- Since when nobody gets in any more.
  erasing_at timestamptz,
  check (due_at >= announced_at + interval '720 hours')
);
alter table leaving enable row level security;
alter table leaving force row level security;
-- Never a supporter, and nobody once it is being done.
create policy leaving_own on leaving for select using (facility_id = (select scope_facility()));
create policy leaving_announce on leaving for insert with check (
  facility_id = (select scope_facility()) and (select scope_agreement()) is null and erasing_at is null);
create policy leaving_withdraw on leaving for delete using (
  facility_id = (select scope_facility()) and (select scope_agreement()) is null and erasing_at is null);
create policy leaving_system on leaving for select using ((select scope_is('system')));
create policy leaving_sign_in on leaving for select to current_user using ((select scope_is('sign-in')));
create policy backup_read on leaving for select to current_user using ((select scope_backup()));

-- When the last use of the register's facility ended; null where none has.
alter table facility add column left_at timestamptz;
-- The log of a facility that left stays, and whoever begins anew there sees nothing of before.
create policy activity_begins on activity as restrictive for select using (
  at > coalesce((select f.left_at from facility f where f.id = (select scope_facility())), '-infinity'));

-- As in 0010, and everybody inside is seen by the one who closes the facility for good.
create or replace function enter_facility(wanted_facility uuid, wanted_person uuid, at_time timestamptz) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare held text[]; agreement support_agreement;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('facility ' || wanted_facility::text, 24));
  perform set_config('app.facility_id', wanted_facility::text, true);
  perform set_config('app.person_id', wanted_person::text, true);
  select roles into held from member where facility_id = wanted_facility and person_id = wanted_person;
  if held is not null then return held; end if;
  perform set_config('app.scope', 'sign-in', true);
  agreement := live_support(wanted_facility, wanted_person, at_time);
  perform set_config('app.scope', '', true);
  if agreement.id is not null then
    perform 1 from support_agreement where facility_id = wanted_facility and id = agreement.id and ended_at is null for share;
  end if;
  if agreement.id is null or not found then
    perform set_config('app.facility_id', '', true);
    perform set_config('app.person_id', '', true);
    return null;
  end if;
  perform set_config('app.agreement_id', agreement.id::text, true);
  insert into support_entry (facility_id, agreement_id, person_id, organisation_id, first_at, last_at)
    values (wanted_facility, agreement.id, wanted_person, agreement.organisation_id, at_time, at_time)
    on conflict (facility_id, agreement_id, person_id) do update set last_at = excluded.last_at
    where support_entry.last_at < excluded.last_at - interval '1 minute';
  return array['supporter'] || agreement.scope;
end $$;

-- As in 0001, and while a facility is being emptied nobody is invited into it.
create or replace function facility_has_members(wanted uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); found_any boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  select exists (select 1 from member where facility_id = wanted)
    or exists (select 1 from leaving where facility_id = wanted and erasing_at is not null) into found_any;
  perform set_config('app.scope', scope_before, true);
  return found_any;
end $$;

-- What the functions below see and delete: rows of the one facility they were called for.
do $$
declare owned text;
begin
  foreach owned in array array['leaving', 'invitation', 'organisation_facility', 'support_entry', 'support_agreement', 'access_token',
    'reset_link', 'member', 'former_member', 'mail', 'answer_history', 'answer', 'assignment', 'result', 'assessment_summary',
    'run_stage_summary', 'run', 'evidence', 'file', 'facility_profile', 'facility_search']
  loop
    execute format('create policy %I on %I to current_user
      using ((select scope_is(''leaving'')) and facility_id = (select scope_facility()))
      with check ((select scope_is(''leaving'')) and facility_id = (select scope_facility()))', owned || '_leaving', owned);
  end loop;
end $$;

-- Takes away every way in, where nobody is inside at this moment. Whoever belonged to the facility keeps an account, and the
-- time in which it may go unused begins now: an event says so, as leaving by hand would.
create function close_facility(at_facility uuid, at_time timestamptz) returns text
language plpgsql set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('facility ' || at_facility::text, 24)) then return 'busy'; end if;
  delete from invitation where facility_id = at_facility;
  delete from organisation_facility where facility_id = at_facility;
  delete from support_entry where facility_id = at_facility;
  delete from support_agreement where facility_id = at_facility;
  perform set_config('app.scope', 'system', true);
  insert into system_event (id, at, act, subject, actor)
    select gen_random_uuid(), at_time, 'identity.facility-left', at_facility::text, person_id from member where facility_id = at_facility
    union all select gen_random_uuid(), at_time, 'identity.facility-left', at_facility::text, person_id from former_member
      where facility_id = at_facility;
  perform set_config('app.scope', 'leaving', true);
  delete from member where facility_id = at_facility;
  delete from former_member where facility_id = at_facility;
  delete from access_token where facility_id = at_facility;
  delete from reset_link where facility_id = at_facility;
  update leaving set erasing_at = at_time where facility_id = at_facility;
  perform pg_notify('mamori_live', at_facility::text);
  return 'more';
end $$;

-- Deletes the rows of the first table that has any; of files so many, with their bytes. 'done' once there was nothing left:
-- the register's facility then stands as one that does not use Mamori.
create function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'facility_profile']
  loop
    execute format('delete from %I where facility_id = $1', owned) using at_facility;
    get diagnostics gone = row_count;
    if gone > 0 then return 'more'; end if;
  end loop;
  delete from file where facility_id = at_facility and id in (select id from file where facility_id = at_facility limit files);
  if found then return 'more'; end if;
  delete from mail where coalesce(facility_id, organisation_id) = at_facility and facility_id = at_facility;
  insert into activity (facility_id, id, at, person_id, act) values (at_facility, gen_random_uuid(), at_time, announcer, 'leaving.done');
  update facility set opened_at = null, left_at = at_time where id = at_facility;
  update facility_search set opened = false where facility_id = at_facility;
  delete from leaving where facility_id = at_facility;
  return 'done';
end $$;

-- One step on the way out of a facility whose time has come; each in a transaction of its own, so that it goes on where it
-- was stopped. 'nothing' where it is not due, or another process is at it; 'busy' where somebody is inside still.
create function erase_left(at_facility uuid, files integer, at_time timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  facility_before text := coalesce(current_setting('app.facility_id', true), '');
  standing leaving;
  outcome text := 'nothing';
begin
  perform set_config('app.scope', 'leaving', true);
  perform set_config('app.facility_id', at_facility::text, true);
  select * into standing from leaving where facility_id = at_facility and due_at <= at_time for update skip locked;
  if found then
    outcome := case when standing.erasing_at is null then close_facility(at_facility, at_time)
      else empty_facility(at_facility, files, at_time, standing.announced_by) end;
  end if;
  perform set_config('app.scope', scope_before, true);
  perform set_config('app.facility_id', facility_before, true);
  return outcome;
end $$;

revoke execute on function close_facility(uuid, timestamptz), empty_facility(uuid, integer, timestamptz, uuid),
  erase_left(uuid, integer, timestamptz) from public;
grant execute on function erase_left(uuid, integer, timestamptz) to mamori_app;
grant select, insert, delete on leaving to mamori_app;
