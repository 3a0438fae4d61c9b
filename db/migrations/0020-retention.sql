-- A person whose account was erased: the row stays for what refers to it, without a name.
alter table person add column erased_at timestamptz;

-- What is the person's own, seen by the functions below and by nothing else, and only in their own scope.
do $$
declare own text;
begin
  foreach own in array array['person', 'person_secret', 'session', 'recovery_code', 'reset_link', 'passkey', 'passkey_challenge',
    'notice_choice', 'sso_identity', 'sso_attempt', 'mail', 'reset_request', 'member', 'former_member', 'organisation_member',
    'support_entry', 'access_token', 'facility', 'organisation', 'system_event']
  loop
    execute format('create policy %I on %I to current_user using ((select scope_is(''own-record''))) '
      'with check ((select scope_is(''own-record'')))', own || '_own_record', own);
  end loop;
end $$;
create index system_event_actor on system_event (actor) where actor is not null;

-- For the functions below: only a person's own doing, or the system's.
create function refuse_foreign_record(of_person uuid) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  if of_person is distinct from scope_person() and not scope_is('system') then
    raise exception 'the record of a person is opened to that person and to the system only';
  end if;
end $$;

-- Where a person belongs, and by how many others each place is administered; held until the transaction ends, so that
-- two administrators cannot both leave as the last but one.
create function hold_places(of_person uuid) returns table (kind text, id uuid, name text, administers boolean, others integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform refuse_foreign_record(of_person);
  perform set_config('app.scope', 'own-record', true);
  perform pg_advisory_xact_lock(20, 1);
  perform 1 from member m join person p on p.id = m.person_id
    where m.facility_id in (select o.facility_id from member o where o.person_id = of_person)
    order by m.facility_id, p.name for update of m;
  perform 1 from organisation_member m join person p on p.id = m.person_id
    where m.organisation_id in (select o.organisation_id from organisation_member o where o.person_id = of_person)
    order by m.organisation_id, p.name for update of m;
  return query
    select 'facility', f.id, f.name, 'facility-administrator' = any (m.roles), (select count(*)::integer from member o
        where o.facility_id = m.facility_id and o.person_id <> of_person and 'facility-administrator' = any (o.roles))
      from member m join facility f on f.id = m.facility_id where m.person_id = of_person
    union all
    select 'organisation', g.id, g.name, 'organisation-administrator' = any (m.roles), (select count(*)::integer
        from organisation_member o where o.organisation_id = m.organisation_id and o.person_id <> of_person
          and 'organisation-administrator' = any (o.roles))
      from organisation_member m join organisation g on g.id = m.organisation_id where m.person_id = of_person
    union all
    select 'system', p.id, '', true, (select count(*)::integer from person o
        where o.id <> p.id and 'system-administrator' = any (o.system_roles))
      from person p where p.id = of_person and 'system-administrator' = any (p.system_roles);
  perform set_config('app.scope', scope_before, true);
end $$;

-- Every facility a person ever came into, as a member or as a supporter.
create function places_ever(of_person uuid) returns setof uuid language sql stable set search_path = public, pg_temp as $$
  select facility_id from member where person_id = of_person
  union select facility_id from former_member where person_id = of_person
  union select facility_id from support_entry where person_id = of_person $$;

-- Takes a person out of one facility and the name out of what led in there; the facility of the transaction is the one given.
create function erase_in_facility(at_facility uuid, of_person uuid, asked text, at_time timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('app.facility_id', at_facility::text, true);
  update invitation i set name = '削除された人' where i.facility_id = at_facility and i.id::text in (select a.subject from activity a
    where a.facility_id = at_facility and a.person_id = of_person and a.act = 'identity.joined');
  delete from assignment a using run r where r.facility_id = a.facility_id and r.id = a.run_id and r.status = 'open'
    and a.facility_id = at_facility and a.person_id = of_person;
  if exists (select from member where facility_id = at_facility and person_id = of_person) then
    insert into activity (facility_id, id, at, person_id, act, subject, detail)
      values (at_facility, gen_random_uuid(), at_time, of_person, 'identity.person-erased', of_person::text,
        jsonb_build_object('asked', asked));
    insert into former_member (facility_id, person_id, left_at) values (at_facility, of_person, at_time)
      on conflict (facility_id, person_id) do update set left_at = excluded.left_at;
    delete from member where facility_id = at_facility and person_id = of_person;
  end if;
  perform set_config('app.facility_id', '', true);
end $$;

create function erase_in_organisation(at_organisation uuid, of_person uuid, asked text, at_time timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('app.organisation_id', at_organisation::text, true);
  update organisation_invitation i set name = '削除された人' where i.organisation_id = at_organisation
    and i.accepted_at in (select e.at from system_event e
      where e.act = 'organisation.joined' and e.subject = at_organisation::text and e.actor = of_person);
  if exists (select from organisation_member where organisation_id = at_organisation and person_id = of_person) then
    insert into system_event (id, at, act, subject, actor, detail) values (gen_random_uuid(), at_time,
      'organisation.person-erased', at_organisation::text, of_person, jsonb_build_object('asked', asked));
    delete from organisation_member where organisation_id = at_organisation and person_id = of_person;
  end if;
  perform set_config('app.organisation_id', '', true);
end $$;

-- Erases an account: the name, the address and every way in are gone; what the person did stays, by an id that names nobody.
-- `letters` are digests of the address under which letters were posted. False where there is no such account any more.
create function erase_person(of_person uuid, asked text, letters bytea[], at_time timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  person_before text := coalesce(current_setting('app.person_id', true), '');
  place uuid;
  known boolean;
begin
  perform refuse_foreign_record(of_person);
  perform set_config('app.scope', 'own-record', true);
  perform set_config('app.person_id', of_person::text, true);
  update person set name = '削除された人', system_roles = '{}', erased_at = at_time where id = of_person and erased_at is null;
  known := found;
  if known then
    for place in select p from places_ever(of_person) p order by p loop
      perform erase_in_facility(place, of_person, asked, at_time);
    end loop;
    for place in select m.organisation_id from organisation_member m where m.person_id = of_person
      union select e.subject::uuid from system_event e where e.act = 'organisation.joined' and e.actor = of_person order by 1 loop
      perform erase_in_organisation(place, of_person, asked, at_time);
    end loop;
    delete from access_token where person_id = of_person;
    delete from reset_link where person_id = of_person;
    delete from passkey_challenge where person_id = of_person;
    delete from passkey where person_id = of_person;
    delete from recovery_code where person_id = of_person;
    delete from notice_choice where person_id = of_person;
    delete from sso_attempt where person_id = of_person;
    delete from sso_identity where person_id = of_person;
    delete from session where person_id = of_person;
    delete from mail where person_id = of_person or recipient = any (letters);
    delete from reset_request where account = any (letters);
    delete from person_secret where person_id = of_person;
    perform set_config('app.scope', 'system', true);
    insert into system_event (id, at, act, subject, actor, detail) values (gen_random_uuid(), at_time,
      'identity.person-erased', of_person::text, case when asked = 'self' then of_person end, jsonb_build_object('asked', asked));
  end if;
  perform set_config('app.scope', scope_before, true);
  perform set_config('app.person_id', person_before, true);
  return known;
end $$;

-- Everything that is kept about a person, row by row: what it is, since when, where, and what it says. No secret, no hash;
-- of what belongs to a facility only which row it was, and of other people nothing but ids.
create function record_in_facility(at_facility uuid, of_person uuid)
returns table (kind text, at timestamptz, place_id uuid, place text, detail jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare named text;
begin
  perform set_config('app.facility_id', at_facility::text, true);
  select f.name into named from facility f where f.id = at_facility;
  return query
    select r.kind, r.at, at_facility, named, r.detail from (
      select 'member' as kind, m.joined_at as at, jsonb_build_object('roles', array_to_string(m.roles, ' ')) as detail
        from member m where m.facility_id = at_facility and m.person_id = of_person
      union all select 'former-member', m.left_at, '{}'::jsonb
        from former_member m where m.facility_id = at_facility and m.person_id = of_person
      union all select 'supporter', s.first_at, jsonb_build_object('last', seal_time(s.last_at))
        from support_entry s where s.facility_id = at_facility and s.person_id = of_person
      union all select 'access-token', t.made_at, jsonb_build_object('name', t.name, 'scopes', array_to_string(t.scopes, ' '),
          'expires', seal_time(t.expires_at), 'lastUsed', seal_time(t.last_used_at), 'revoked', seal_time(t.revoked_at))
        from access_token t where t.facility_id = at_facility and t.person_id = of_person
      union all select 'invitation-sent', i.created_at, jsonb_build_object('roles', array_to_string(i.roles, ' '))
        from invitation i where i.facility_id = at_facility and i.invited_by = of_person
      union all select 'invitation-accepted', i.accepted_at, jsonb_build_object('name', i.name)
        from invitation i join activity a on a.facility_id = i.facility_id and a.subject = i.id::text
        where i.facility_id = at_facility and a.person_id = of_person and a.act = 'identity.joined'
      union all select 'assignment', g.assigned_at, jsonb_build_object('run', g.run_id, 'area', g.area_id)
        from assignment g where g.facility_id = at_facility and g.person_id = of_person
      union all select 'answer', h.answered_at, jsonb_build_object('run', h.run_id, 'item', h.item_id, 'revision', h.revision,
          'origin', h.origin)
        from answer_history h where h.facility_id = at_facility and h.answered_by = of_person
      union all select 'evidence', e.added_at, jsonb_build_object('item', e.item_id, 'name', e.name)
        from evidence e where e.facility_id = at_facility and e.added_by = of_person
      union all select 'act', a.at, jsonb_build_object('act', a.act, 'subject', a.subject)
        from activity a where a.facility_id = at_facility and a.person_id = of_person
    ) r;
  perform set_config('app.facility_id', '', true);
end $$;

create function person_record(of_person uuid)
returns table (kind text, at timestamptz, place_id uuid, place text, detail jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  person_before text := coalesce(current_setting('app.person_id', true), '');
  here uuid;
begin
  perform refuse_foreign_record(of_person);
  perform set_config('app.scope', 'own-record', true);
  perform set_config('app.person_id', of_person::text, true);
  return query
    select 'account', p.created_at, null::uuid, null::text, jsonb_build_object('name', p.name, 'email', s.email,
        'systemRoles', array_to_string(p.system_roles, ' '), 'password', s.password_hash is not null,
        'authenticator', s.totp_confirmed)
      from person p join person_secret s on s.person_id = p.id where p.id = of_person
    union all select 'session', s.created_at, null, null, jsonb_build_object('browser', s.browser, 'seen', seal_time(s.seen_at),
        'expires', seal_time(s.expires_at)) from session s where s.person_id = of_person
    union all select 'passkey', k.created_at, null, null, jsonb_build_object('name', k.name, 'lastUsed', seal_time(k.last_used_at))
      from passkey k where k.person_id = of_person
    union all select 'recovery-code', c.made_at, null, null, jsonb_build_object('used', seal_time(c.used_at))
      from recovery_code c where c.person_id = of_person
    union all select 'reset-link', l.created_at, null, null, jsonb_build_object('used', seal_time(l.used_at))
      from reset_link l where l.person_id = of_person
    union all select 'provider', i.linked_at, null, null, jsonb_build_object('issuer', i.issuer, 'subject', i.subject)
      from sso_identity i where i.person_id = of_person
    union all select 'notice-choice', n.changed_at, null, null, jsonb_build_object('work', n.work)
      from notice_choice n where n.person_id = of_person
    union all select 'mail', m.posted_at, null, null, jsonb_build_object('kind', m.kind, 'state', m.state)
      from mail m where m.person_id = of_person
    union all select 'organisation-member', m.joined_at, o.id, o.name, jsonb_build_object('roles', array_to_string(m.roles, ' '))
      from organisation_member m join organisation o on o.id = m.organisation_id where m.person_id = of_person
    union all select 'event', e.at, null, null, jsonb_build_object('act', e.act)
      from system_event e where e.actor = of_person;
  for here in select p from places_ever(of_person) p order by p loop
    return query select * from record_in_facility(here, of_person);
  end loop;
  perform set_config('app.scope', scope_before, true);
  perform set_config('app.person_id', person_before, true);
end $$;

revoke execute on function refuse_foreign_record, hold_places, places_ever, erase_in_facility, erase_in_organisation,
  erase_person, record_in_facility, person_record from public;
grant execute on function hold_places, erase_person, person_record to mamori_app;

create policy system_event_record on system_event for insert with check (
  subject = (select scope_person())::text and act = 'identity.record-taken');

-- How much work waits, for those who watch the machine: numbers only. Of jobs: those whose time has come, and those that
-- have failed at least once. `seal_lag` is the age of the oldest row that has no seal yet, in seconds.
create function operation_counts(at_time timestamptz, out jobs_waiting bigint, out jobs_failed bigint, out mail_waiting bigint,
  out mail_oldest double precision, out seal_lag double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  start xid8;
begin
  select count(*) filter (where j.run_at <= at_time), count(*) filter (where j.last_error is not null)
    into jobs_waiting, jobs_failed from graphile_worker.jobs j;
  perform set_config('app.scope', 'mail', true);
  select count(*), coalesce(extract(epoch from at_time - min(m.posted_at)), 0) into mail_waiting, mail_oldest
    from mail m where m.state = 'waiting';
  perform set_config('app.scope', 'seal', true);
  start := coalesce((select s.horizon from activity_seal s order by s.number desc limit 1), '0'::xid8);
  select coalesce(greatest(extract(epoch from at_time - min(u.at)), 0), 0) into seal_lag from (
    select a.at from activity a where a.xid >= start
      and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id)
    union all select s.at from system_event s where s.xid >= start
      and not exists (select from system_event_entry e where e.event_id = s.id)) u;
  perform set_config('app.scope', scope_before, true);
end $$;
create index mail_waiting on mail (posted_at) where state = 'waiting';
revoke execute on function operation_counts from public;
grant execute on function operation_counts to mamori_app;

-- What is kept for a time, removed by rule: portion by portion, each in a transaction of its own. The periods stand in
-- src/core/app/retention.ts.
do $$
declare swept text;
begin
  foreach swept in array array['session', 'invitation', 'organisation_invitation', 'access_token', 'reset_link', 'setup_link', 'mail',
    'reset_request', 'passkey_challenge', 'sso_attempt', 'rate_count', 'register_import', 'evidence', 'file', 'file_chunk']
  loop
    execute format('create policy %I on %I to current_user using ((select scope_is(''sweep'')))', swept || '_sweep', swept);
  end loop;
end $$;
create index evidence_removed_at on evidence (removed_at) where removed_at is not null;
create index session_expires on session (expires_at);
create index invitation_expires on invitation (expires_at);

create function sweep_kept(of_kind text, before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); gone integer;
begin
  perform set_config('app.scope', 'sweep', true);
  case of_kind
    when 'session' then delete from session where ctid in (
      select ctid from session where expires_at < before limit most for update skip locked);
    when 'invitation' then delete from invitation where ctid in (
      select ctid from invitation where expires_at < before limit most for update skip locked);
    when 'organisation-invitation' then delete from organisation_invitation where ctid in (
      select ctid from organisation_invitation where expires_at < before limit most for update skip locked);
    when 'access-token' then delete from access_token where ctid in (
      select ctid from access_token where least(expires_at, revoked_at) < before limit most for update skip locked);
    when 'reset-link' then delete from reset_link where ctid in (
      select ctid from reset_link where expires_at < before limit most for update skip locked);
    when 'setup-link' then delete from setup_link where ctid in (
      select ctid from setup_link where expires_at < before limit most for update skip locked);
    when 'mail' then delete from mail where ctid in (
      select ctid from mail where posted_at < before limit most for update skip locked);
    when 'reset-request' then delete from reset_request where ctid in (
      select ctid from reset_request where asked_at < before limit most for update skip locked);
    when 'passkey-challenge' then delete from passkey_challenge where ctid in (
      select ctid from passkey_challenge where expires_at < before limit most for update skip locked);
    when 'sso-attempt' then delete from sso_attempt where ctid in (
      select ctid from sso_attempt where expires_at < before limit most for update skip locked);
    when 'rate-count' then delete from rate_count where ctid in (
      select ctid from rate_count where paid_until < before limit most for update skip locked);
    when 'register-import' then delete from register_import where ctid in (
      select ctid from register_import where finished_at < before and state <> 'running' limit most for update skip locked);
    when 'removed-evidence' then
      with old as (
        delete from evidence where ctid in (
          select ctid from evidence where removed_at < before limit most for update skip locked) returning facility_id, id, file_id
      ), unused as (
        delete from file f using old where f.facility_id = old.facility_id and f.id = old.file_id and not exists (
          select from evidence e where e.facility_id = f.facility_id and e.file_id = f.id
            and not exists (select from old o where o.facility_id = e.facility_id and o.id = e.id))
      ) select count(*) into gone from old;
    else raise exception 'no rule sweeps %', of_kind;
  end case;
  if of_kind <> 'removed-evidence' then get diagnostics gone = row_count; end if;
  perform set_config('app.scope', scope_before, true);
  return gone;
end $$;

-- Accounts that belong nowhere and that nobody has signed in to since.
create function unused_accounts(since timestamptz, most integer) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'own-record', true);
  return query select p.id from person p
    where p.erased_at is null and p.created_at < since and p.system_roles = '{}'
      and not exists (select from member m where m.person_id = p.id)
      and not exists (select from organisation_member m where m.person_id = p.id)
      and not exists (select from former_member m where m.person_id = p.id and m.left_at >= since)
      and not exists (select from session s where s.person_id = p.id and s.seen_at >= since)
      and not exists (select from system_event e where e.actor = p.id and e.at >= since)
    order by p.created_at limit most;
  perform set_config('app.scope', scope_before, true);
end $$;
revoke execute on function sweep_kept, unused_accounts from public;
grant execute on function sweep_kept, unused_accounts to mamori_app;
