-- An organisation's identity provider (OpenID Connect). Its endpoints are kept as they were found when the connection was
-- saved: only they are ever asked.
create table sso_connection (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (name <> ''),
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  domains text[] not null check (cardinality(domains) > 0),
  groups_claim text not null,
  trusts_second_factor boolean not null,
  metadata jsonb not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create unique index sso_connection_live on sso_connection (organisation_id) where ended_at is null;
alter table sso_connection enable row level security;
alter table sso_connection force row level security;
create policy sso_connection_system on sso_connection
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy sso_connection_read on sso_connection for select using (
  organisation_id = (select scope_organisation()) or (select scope_person()) is not null and ended_at is null);
create policy sso_connection_sign_in on sso_connection for select to current_user using ((select scope_is('sign-in')));

-- Whose staff sign in at a facility: its administrator says so, for an organisation it belongs to.
alter table organisation_facility
  add column sso_opened_by uuid references person,
  add column sso_opened_at timestamptz,
  add check ((sso_opened_at is null) = (sso_opened_by is null)),
  add check (sso_opened_at is null or confirmed_at is not null);

-- What a group of the provider gives: roles at one facility, or in the organisation itself where facility_id is null.
create table sso_group (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  facility_id uuid,
  group_value text not null check (group_value <> ''),
  roles text[] not null check (cardinality(roles) > 0),
  check (not roles && array['facility-administrator', 'organisation-administrator', 'system-administrator']),
  unique nulls not distinct (organisation_id, facility_id, group_value),
  foreign key (facility_id, organisation_id) references organisation_facility (facility_id, organisation_id) on delete cascade
);
alter table sso_group enable row level security;
alter table sso_group force row level security;
create policy sso_group_own on sso_group
  using (organisation_id = (select scope_organisation())) with check (organisation_id = (select scope_organisation()));
create policy sso_group_system on sso_group for select using ((select scope_is('system')));

create table sso_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index sso_identity_person on sso_identity (person_id);
alter table sso_identity enable row level security;
alter table sso_identity force row level security;
create policy sso_identity_system on sso_identity
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy sso_identity_sign_in on sso_identity for select to current_user using ((select scope_is('sign-in')));
create policy sso_identity_own on sso_identity for select using (person_id = (select scope_person()));

-- One way to the provider and back: ten minutes, once, in the browser it was begun in. Of state and browser only hashes.
create table sso_attempt (
  state_hash bytea primary key,
  browser_hash bytea not null,
  connection_id uuid not null references sso_connection,
  purpose text not null check (purpose in ('sign-in', 'link', 'step-up')),
  nonce text not null,
  verifier text not null,
  person_id uuid references person,
  session_hash bytea,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  check ((purpose = 'sign-in') = (person_id is null) and (person_id is null) = (session_hash is null))
);
create index sso_attempt_expires on sso_attempt (expires_at);
alter table sso_attempt enable row level security;
alter table sso_attempt force row level security;
create policy sso_attempt_system on sso_attempt
  using ((select scope_is('system'))) with check ((select scope_is('system')));

-- Who came by a provider has no password. What opened a session, and what the provider is told when it ends.
alter table person_secret alter column password_hash drop not null;
alter table session
  add column sso_connection uuid references sso_connection,
  add column sso_session text,
  add column id_token bytea;
create index session_sso on session (sso_connection) where sso_connection is not null;
-- No session is opened by a connection that has ended, not at the same moment either.
create function open_by_live_connection() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); live boolean;
begin
  perform pg_advisory_xact_lock_shared(14, 2);
  perform set_config('app.scope', 'sign-in', true);
  select exists (select from sso_connection where id = new.sso_connection and ended_at is null) into live;
  perform set_config('app.scope', scope_before, true);
  if not live then raise exception 'the connection has ended'; end if;
  return new;
end $$;
create trigger session_by_sso before insert on session for each row
  when (new.sso_connection is not null) execute function open_by_live_connection();
create policy session_sso_end on session for delete to current_user using ((select scope_is('sign-in')));

-- Memberships the provider's groups gave, by organisation. Whoever changes the roles by hand takes it out of the provider's hand.
alter table member add column by_sso uuid references organisation;
alter table organisation_member add column by_sso boolean not null default false;
create index member_by_sso on member (by_sso) where by_sso is not null;
create function take_over_member() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if coalesce(current_setting('app.sso', true), '') <> 'on' then new.by_sso := null; end if;
  return new;
end $$;
create trigger member_taken_over before update of roles on member for each row execute function take_over_member();
create function take_over_organisation_member() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if coalesce(current_setting('app.sso', true), '') <> 'on' then new.by_sso := false; end if;
  return new;
end $$;
create trigger organisation_member_taken_over before update of roles on organisation_member
  for each row execute function take_over_organisation_member();

-- Ends one membership that came by a provider; the facility of the transaction is the one given. For the functions below only.
create function end_sso_member(at_facility uuid, of_person uuid, at_time timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into activity (facility_id, id, at, person_id, act, subject)
    values (at_facility, gen_random_uuid(), at_time, of_person, 'identity.left-by-sso', of_person::text);
  delete from assignment a using run r where r.facility_id = a.facility_id and r.id = a.run_id and r.status = 'open'
    and a.facility_id = at_facility and a.person_id = of_person;
  insert into former_member (facility_id, person_id, left_at) values (at_facility, of_person, at_time)
    on conflict (facility_id, person_id) do update set left_at = excluded.left_at;
  delete from member where facility_id = at_facility and person_id = of_person;
end $$;

-- Sets the roles at one facility anew from what the provider's groups give there; nothing where the facility has not
-- opened itself to the organisation's provider. Memberships from elsewhere stay as they are. True where the person
-- belongs to the facility in the end and the groups give something there.
create function set_sso_member(of_organisation uuid, at_facility uuid, of_person uuid, given text[], at_time timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare held member; wanted text[] := given; facility_before text := coalesce(current_setting('app.facility_id', true), '');
begin
  perform set_config('app.facility_id', at_facility::text, true);
  perform set_config('app.sso', 'on', true);
  perform 1 from organisation_facility where facility_id = at_facility and organisation_id = of_organisation
    and confirmed_at is not null and sso_opened_at is not null for share;
  if not found then wanted := '{}'; end if;
  select * into held from member where facility_id = at_facility and person_id = of_person for update;
  if held.person_id is null and cardinality(wanted) > 0 then
    insert into member (facility_id, person_id, roles, joined_at, by_sso)
      values (at_facility, of_person, wanted, at_time, of_organisation);
    delete from former_member where facility_id = at_facility and person_id = of_person;
    insert into activity (facility_id, id, at, person_id, act, subject, detail)
      values (at_facility, gen_random_uuid(), at_time, of_person, 'identity.joined-by-sso', of_person::text,
        jsonb_build_object('roles', array_to_string(wanted, ' ')));
  elsif held.by_sso = of_organisation and cardinality(wanted) = 0 then
    perform end_sso_member(at_facility, of_person, at_time);
  elsif held.by_sso = of_organisation and held.roles <> wanted then
    update member set roles = wanted where facility_id = at_facility and person_id = of_person;
    insert into activity (facility_id, id, at, person_id, act, subject, detail)
      values (at_facility, gen_random_uuid(), at_time, of_person, 'identity.roles-by-sso', of_person::text,
        jsonb_build_object('former', array_to_string(held.roles, ' '), 'roles', array_to_string(wanted, ' ')));
  end if;
  perform set_config('app.sso', '', true);
  perform set_config('app.facility_id', facility_before, true);
  return cardinality(wanted) > 0;
end $$;

-- The same in the organisation itself, noted in its own log, whose columns come with 0015-event-actor.sql.
create function set_sso_organisation_member(of_organisation uuid, of_person uuid, given text[], at_time timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare held organisation_member; noted text;
begin
  perform set_config('app.organisation_id', of_organisation::text, true);
  perform set_config('app.sso', 'on', true);
  select * into held from organisation_member
    where organisation_id = of_organisation and person_id = of_person for update;
  if held.person_id is null and cardinality(given) > 0 then
    insert into organisation_member (organisation_id, person_id, roles, joined_at, by_sso)
      values (of_organisation, of_person, given, at_time, true);
    noted := 'organisation.joined-by-sso';
  elsif held.by_sso and cardinality(given) = 0 then
    delete from organisation_member where organisation_id = of_organisation and person_id = of_person;
    noted := 'organisation.left-by-sso';
  elsif held.by_sso and held.roles <> given then
    update organisation_member set roles = given where organisation_id = of_organisation and person_id = of_person;
    noted := 'organisation.roles-by-sso';
  end if;
  if noted is not null then
    insert into system_event (id, at, act, subject, actor, detail)
      values (gen_random_uuid(), at_time, noted, of_organisation::text, of_person, jsonb_strip_nulls(jsonb_build_object(
        'former', array_to_string(held.roles, ' '), 'roles', nullif(array_to_string(given, ' '), ''))));
  end if;
  perform set_config('app.sso', '', true);
  perform set_config('app.organisation_id', '', true);
  return cardinality(given) > 0;
end $$;

-- Where a person belongs by the organisation's provider now.
create function sso_facilities(of_organisation uuid, of_person uuid) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); found_all uuid[];
begin
  perform set_config('app.scope', 'sign-in', true);
  select coalesce(array_agg(facility_id), '{}') into found_all from member
    where person_id = of_person and by_sso = of_organisation;
  perform set_config('app.scope', scope_before, true);
  return found_all;
end $$;

-- Ends what the organisation's provider opened, at once: at one facility, or everywhere where none is named.
create function end_sso(of_organisation uuid, at_facility uuid, at_time timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  facility_before text := coalesce(current_setting('app.facility_id', true), '');
  organisation_before text := coalesce(current_setting('app.organisation_id', true), '');
  ending record;
begin
  perform pg_advisory_xact_lock(14, 2);
  perform set_config('app.scope', 'sign-in', true);
  for ending in select facility_id, person_id from member
    where by_sso = of_organisation and (at_facility is null or facility_id = at_facility)
  loop
    perform set_config('app.facility_id', ending.facility_id::text, true);
    delete from session where person_id = ending.person_id
      and sso_connection in (select id from sso_connection where organisation_id = of_organisation);
    perform end_sso_member(ending.facility_id, ending.person_id, at_time);
  end loop;
  if at_facility is null then
    perform set_config('app.organisation_id', of_organisation::text, true);
    delete from organisation_member where organisation_id = of_organisation and by_sso;
    delete from session where sso_connection in (select id from sso_connection where organisation_id = of_organisation);
  end if;
  perform set_config('app.scope', scope_before, true);
  perform set_config('app.facility_id', facility_before, true);
  perform set_config('app.organisation_id', organisation_before, true);
end $$;

-- However the facility's word ends: taken back, or with its membership in the organisation.
create function end_sso_of_facility() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_sso(old.organisation_id, old.facility_id, now());
  return null;
end $$;
create trigger organisation_facility_sso_closed after update of sso_opened_at on organisation_facility for each row
  when (old.sso_opened_at is not null and new.sso_opened_at is null) execute function end_sso_of_facility();
create trigger organisation_facility_sso_left after delete on organisation_facility for each row
  when (old.sso_opened_at is not null) execute function end_sso_of_facility();

-- For whom a provider vouches, nobody makes a password; once its connection has ended, the usual ways back are open again.
drop function held_anywhere(uuid);
create function held_anywhere(wanted uuid)
returns table (system_roles text[], facility_id uuid, roles text[], above boolean, by_provider boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select p.system_roles, m.facility_id, m.roles,
      exists (select from organisation_member o where o.person_id = p.id),
      exists (select from person_secret s join sso_identity i on i.person_id = s.person_id
        join sso_connection c on c.issuer = i.issuer and c.ended_at is null and split_part(s.email, '@', 2) = any (c.domains)
        where s.person_id = p.id and s.password_hash is null and not held_outside(s.person_id, c.id))
    from person p left join member m on m.person_id = p.id where p.id = wanted;
  perform set_config('app.scope', scope_before, true);
end $$;

-- Whether a person holds anything the connection's organisation does not reach: a facility that has not opened itself to it,
-- or another organisation. Whoever does opens no session by it, so that a directory is no way into a house that never agreed.
create policy organisation_facility_sign_in on organisation_facility for select to current_user
  using ((select scope_is('sign-in')));
create function held_outside(of_person uuid, of_connection uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); outside boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  select exists (select from member m where m.person_id = of_person and not exists (
        select from organisation_facility o where o.facility_id = m.facility_id and o.organisation_id = c.organisation_id
          and o.confirmed_at is not null and o.sso_opened_at is not null))
      or exists (select from organisation_member m where m.person_id = of_person and m.organisation_id <> c.organisation_id)
    into outside from sso_connection c where c.id = of_connection;
  perform set_config('app.scope', scope_before, true);
  return coalesce(outside, true);
end $$;

-- As before, and a session by a provider is open only as long as its person holds nothing outside of the provider's reach.
create or replace function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz) returns table (
  person_id uuid, person_name text, second_factor boolean, second_factor_enrolled boolean, system_roles text[],
  roles text[], any_roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  update session s set seen_at = at_time
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since
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
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since
      and (s.sso_connection is null or not held_outside(p.id, s.sso_connection));
  perform set_config('app.scope', '', true);
end $$;

revoke execute on function held_outside(uuid, uuid) from public;
grant execute on function held_outside(uuid, uuid) to mamori_app;
revoke execute on function held_anywhere, open_by_live_connection, take_over_member, take_over_organisation_member, end_sso_member, set_sso_member,
  set_sso_organisation_member, sso_facilities, end_sso, end_sso_of_facility from public;
grant execute on function held_anywhere, set_sso_member, set_sso_organisation_member, sso_facilities, end_sso to mamori_app;
grant select, insert on sso_connection, sso_identity, sso_group, sso_attempt to mamori_app;
grant update (name, issuer, client_id, client_secret, domains, groups_claim, trusts_second_factor, metadata, ended_at)
  on sso_connection to mamori_app;
grant update (roles) on sso_group to mamori_app;
grant delete on sso_group, sso_attempt to mamori_app;
grant update (sso_opened_by, sso_opened_at) on organisation_facility to mamori_app;
