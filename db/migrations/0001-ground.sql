-- Settings a transaction runs under. After a transaction PostgreSQL leaves '' (not null) behind, hence nullif.
create function scope_facility() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.facility_id', true), '')::uuid $$;
create function scope_person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
create function scope_token() returns bytea language sql stable parallel safe as
  $$ select decode(nullif(current_setting('app.token_hash', true), ''), 'hex') $$;
create function scope_is(kind text) returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.scope', true), '') = kind $$;

create table facility (
  id uuid primary key,
  code text collate "C" unique check (code ~ '^[0-9]{9}$'),
  name text not null check (name <> ''),
  prefecture smallint not null check (prefecture between 1 and 47),
  city text not null default '',
  postal_code text check (postal_code ~ '^[0-9]{7}$'),
  address text not null default '',
  type text not null,
  type_guessed boolean not null,
  beds integer check (beds between 0 and 9999),
  functions text[] not null default '{}',
  opened_at timestamptz,
  created_at timestamptz not null default now()
);
create index facility_opened on facility (opened_at) where opened_at is not null;
alter table facility enable row level security;
alter table facility force row level security;
create policy facility_read on facility for select using (
  (select scope_is('system')) or id = (select scope_facility()) or (select scope_person()) is not null
  or (select scope_token()) is not null);
create policy facility_insert on facility for insert with check ((select scope_is('system')));
create policy facility_update on facility for update
  using ((select scope_is('system')) or id = (select scope_facility()))
  with check ((select scope_is('system')) or id = (select scope_facility()));

create table facility_profile (
  facility_id uuid primary key references facility,
  ehr text not null default 'unknown' check (ehr in ('on-premise', 'cloud', 'none', 'unknown')),
  system_staff boolean,
  sheet_choice jsonb,
  revision integer not null default 1,
  changed_at timestamptz not null default now()
);
alter table facility_profile enable row level security;
alter table facility_profile force row level security;
create policy facility_profile_own on facility_profile
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));

-- What the register is searched by: public list content only. Reading is open to every scope, because PostgreSQL uses no
-- index for @> behind a row policy (the operator is not leakproof); a policy that is simply true leaves no such barrier.
create table facility_search (
  facility_id uuid primary key references facility,
  code text collate "C",
  prefecture smallint not null,
  city text collate "C" not null,
  name_sort text collate "C" not null,
  name_folded text collate "C" not null,
  grams text[] not null,
  opened boolean not null default false
);
create index facility_search_grams on facility_search using gin (grams);
create index facility_search_code on facility_search (code);
create index facility_search_short_code on facility_search (substr(code, 3), code);
create index facility_search_name on facility_search (name_sort, facility_id) include (name_folded);
create index facility_search_prefecture on facility_search (prefecture, name_sort, facility_id) include (name_folded);
create index facility_search_city on facility_search (prefecture, city, name_sort, facility_id);
create index facility_search_opened on facility_search (name_sort, facility_id) include (name_folded) where opened;
alter table facility_search enable row level security;
alter table facility_search force row level security;
create policy facility_search_read on facility_search for select using (true);
create policy facility_search_insert on facility_search for insert with check ((select scope_is('system')));
create policy facility_search_update on facility_search for update
  using ((select scope_is('system'))) with check ((select scope_is('system')));

create table register_import (
  id uuid primary key,
  started_at timestamptz not null default now(),
  started_by uuid,
  file_name text not null default '',
  progress_at timestamptz not null default now(),
  finished_at timestamptz,
  rows_read integer not null default 0,
  bytes_read bigint not null default 0,
  bytes_total bigint,
  state text not null check (state in ('running', 'applied', 'refused', 'failed')),
  report jsonb
);
create index register_import_started on register_import (started_at desc);
alter table register_import enable row level security;
alter table register_import force row level security;
create policy register_import_system on register_import
  using ((select scope_is('system'))) with check ((select scope_is('system')));

create table person (
  id uuid primary key,
  name text not null check (name <> ''),
  system_roles text[] not null default '{}',
  created_at timestamptz not null default now()
);

-- What a person signs in with. Colleagues read the row in person, never this one.
create table person_secret (
  person_id uuid primary key references person on delete cascade,
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  totp_secret bytea,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0
);

create table member (
  facility_id uuid not null references facility,
  person_id uuid not null references person,
  roles text[] not null check (cardinality(roles) > 0),
  joined_at timestamptz not null default now(),
  primary key (facility_id, person_id)
);
create index member_person on member (person_id);
alter table member enable row level security;
alter table member force row level security;
create policy member_scope on member
  using (facility_id = (select scope_facility()) or person_id = (select scope_person()) and (select scope_facility()) is null)
  with check (facility_id = (select scope_facility()));
-- A person sees the own memberships everywhere and ends none of them: only the facility does.
create policy member_end on member as restrictive for delete using (facility_id = (select scope_facility()));

-- Who left a facility is still named there beside what the person did.
create table former_member (
  facility_id uuid not null references facility,
  person_id uuid not null references person,
  left_at timestamptz not null default now(),
  primary key (facility_id, person_id)
);
alter table former_member enable row level security;
alter table former_member force row level security;
create policy former_member_own on former_member
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));

alter table person enable row level security;
alter table person force row level security;
create policy person_read on person for select using (
  (select scope_is('system')) or id = (select scope_person())
  or exists (select 1 from member where member.person_id = person.id and member.facility_id = (select scope_facility()))
  or exists (select 1 from former_member
    where former_member.person_id = person.id and former_member.facility_id = (select scope_facility())));
create policy person_insert on person for insert with check (
  (select scope_is('system'))
  or id = (select scope_person()) and (select scope_token()) is not null and system_roles = '{}');

alter table person_secret enable row level security;
alter table person_secret force row level security;
create policy person_secret_read on person_secret for select using (
  (select scope_is('system')) or person_id = (select scope_person()) and (select scope_facility()) is null);
create policy person_secret_insert on person_secret for insert with check (
  (select scope_is('system')) or person_id = (select scope_person()) and (select scope_token()) is not null);
create policy person_secret_update on person_secret for update
  using ((select scope_is('system')) or person_id = (select scope_person()) and (select scope_facility()) is null);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  second_factor boolean not null default false,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on session (person_id);
alter table session enable row level security;
alter table session force row level security;
create policy session_own on session
  using (person_id = (select scope_person()) or token_hash = (select scope_token()))
  with check (person_id = (select scope_person()));

create table invitation (
  facility_id uuid not null references facility,
  id uuid not null,
  token_hash bytea not null unique,
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  invited_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (facility_id, id)
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_scope on invitation
  using (facility_id = (select scope_facility()) or token_hash = (select scope_token()))
  with check (facility_id = (select scope_facility()) or token_hash = (select scope_token()));

create table setup_link (
  token_hash bytea primary key,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table setup_link enable row level security;
alter table setup_link force row level security;
create policy setup_link_system on setup_link
  using ((select scope_is('system'))) with check ((select scope_is('system')));

create table system_event (
  id uuid primary key,
  at timestamptz not null default now(),
  act text not null,
  subject text
);
create index system_event_subject on system_event (act, subject, at);
create index system_event_tries on system_event (at) where act = 'identity.sign-in-tried';
alter table system_event enable row level security;
alter table system_event force row level security;
create policy system_event_read on system_event for select using ((select scope_is('system')));
create policy system_event_insert on system_event for insert with check (
  (select scope_is('system'))
  or subject = (select scope_person())::text and act = 'identity.second-factor-confirmed');
-- Tries to sign in are kept for 30 days; no other event is ever removed.
create policy system_event_sweep on system_event for delete using (
  (select scope_is('system')) and act = 'identity.sign-in-tried' and at < now() - interval '30 days');

create table activity (
  facility_id uuid not null references facility,
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid not null,
  act text not null,
  subject text,
  detail jsonb not null default '{}',
  primary key (facility_id, id)
);
create index activity_at on activity (facility_id, at desc);
alter table activity enable row level security;
alter table activity force row level security;
create policy activity_own on activity
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));

-- A session by its token, with the roles held at the facility of the path: one statement before any transaction. It ends
-- by itself at its expiry, or when it was last seen before idle_since; that it is seen is noted once a minute.
create function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz) returns table (
  person_id uuid, person_name text, second_factor boolean, totp_confirmed boolean, system_roles text[],
  roles text[], any_roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  update session s set seen_at = at_time
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since
      and s.seen_at < at_time - interval '1 minute';
  return query
    select p.id, p.name, s.second_factor, o.totp_confirmed, p.system_roles,
      coalesce((select m.roles from member m where m.person_id = p.id and m.facility_id = at_facility), '{}'),
      coalesce((select array_agg(distinct r) from member m, unnest(m.roles) r where m.person_id = p.id), '{}')
    from session s join person p on p.id = s.person_id join person_secret o on o.person_id = p.id
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since;
  perform set_config('app.scope', '', true);
end $$;

-- Membership checked and the tenant set, in one statement; null where the person is no member.
create function enter_facility(wanted_facility uuid, wanted_person uuid) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare held text[];
begin
  perform set_config('app.facility_id', wanted_facility::text, true);
  perform set_config('app.person_id', wanted_person::text, true);
  select roles into held from member where facility_id = wanted_facility and person_id = wanted_person;
  if held is null then
    perform set_config('app.facility_id', '', true);
    perform set_config('app.person_id', '', true);
  end if;
  return held;
end $$;

-- The owner of these functions is under forced row security too: what it may see is named here.
create policy session_sign_in on session for select to current_user using ((select scope_is('sign-in')));
create policy session_seen on session for update to current_user using ((select scope_is('sign-in')));
create policy person_sign_in on person for select to current_user using ((select scope_is('sign-in')));
create policy person_secret_sign_in on person_secret for select to current_user using ((select scope_is('sign-in')));
create policy member_sign_in on member for select to current_user using ((select scope_is('sign-in')));

-- Whether anyone belongs to a facility yet: the system administrator may invite the first person and no other.
create function facility_has_members(wanted uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); found_any boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  select exists (select 1 from member where facility_id = wanted) into found_any;
  perform set_config('app.scope', scope_before, true);
  return found_any;
end $$;
create policy invitation_first on invitation
  using ((select scope_is('system')) and not facility_has_members(facility_id))
  with check ((select scope_is('system')) and not facility_has_members(facility_id));

-- Uses up an invitation and makes the person a member, in one statement; null where the link is not usable. Whoever invited
-- must administer the facility still; only where nobody belongs to it yet is it the system administrator. The facility is
-- held, so that of two first invitations one is accepted. The caller rolls back on null.
create function accept_invitation(wanted bytea, joining uuid, activity_id uuid, at_time timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare accepted invitation;
begin
  perform set_config('app.token_hash', encode(wanted, 'hex'), true);
  update invitation set accepted_at = at_time
    where token_hash = wanted and accepted_at is null and withdrawn_at is null and expires_at > at_time
    returning * into accepted;
  if accepted.id is null then return null; end if;
  perform set_config('app.facility_id', accepted.facility_id::text, true);
  perform 1 from facility where id = accepted.facility_id for no key update;
  if exists (select from member where facility_id = accepted.facility_id)
    and not exists (select from member where facility_id = accepted.facility_id and person_id = accepted.invited_by
      and 'facility-administrator' = any (roles))
  then
    perform set_config('app.facility_id', '', true);
    return null;
  end if;
  insert into member (facility_id, person_id, roles, joined_at)
    values (accepted.facility_id, joining, accepted.roles, at_time)
    on conflict (facility_id, person_id) do update
    set roles = array(select distinct r from unnest(member.roles || excluded.roles) r order by r);
  delete from former_member where facility_id = accepted.facility_id and person_id = joining;
  insert into activity (facility_id, id, at, person_id, act, subject, detail)
    values (accepted.facility_id, activity_id, at_time, joining, 'identity.joined', accepted.id::text,
      jsonb_build_object('roles', array_to_string(accepted.roles, ' ')));
  perform set_config('app.facility_id', '', true);
  return accepted.facility_id;
end $$;
