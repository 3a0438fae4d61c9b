-- Who did what stands above the facilities, and to whom: ids, codes and counts, as in the facilities' logs. Null where
-- nobody was signed in, and in rows of before.
alter table system_event
  add column actor uuid,
  add column detail jsonb check (jsonb_typeof(detail) = 'object');
create index system_event_of_organisation on system_event (subject, at desc, id desc)
  where act like 'organisation.%' or act like 'sso.connection-%';

-- Whoever is not the system itself acts under the own name.
create policy system_event_actor on system_event as restrictive for insert with check (
  (select scope_is('system')) or actor = (select scope_person()));

-- An organisation reads what was done in it, and the names of those who did it or to whom it was done.
create policy system_event_read_by_organisation on system_event for select using (
  subject = (select scope_organisation())::text and (act like 'organisation.%' or act like 'sso.connection-%'));
create policy person_in_events_of_organisation on person for select using (
  id::text in (select unnest(array[e.actor::text, e.detail ->> 'person']) from system_event e
    where e.subject = (select scope_organisation())::text
      and (e.act like 'organisation.%' or e.act like 'sso.connection-%')));

-- A row without both is in the form of before: what has the one form never has the other, so that neither can be taken
-- out or put in unnoticed.
create function system_event_form(event system_event) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_array('system', event.id, seal_time(event.at), event.act, event.subject)
    || case when event.actor is null and event.detail is null then '[]'::jsonb
      else jsonb_build_array(event.actor, event.detail) end $$;

-- As before, with that form.
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
    else (select max(s.sealed_at) from activity_seal s where s.ceiling <= pg_snapshot_xmin(seen)) end;
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

revoke execute on function system_event_form(system_event) from public;
