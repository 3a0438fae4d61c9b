-- A session has a name its person can end it by, says in a few words which browser it was begun with, and knows when the
-- person last proved to be there.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column browser text not null default '' check (length(browser) <= 60),
  add column stepped_up_at timestamptz;
create unique index session_id on session (id);

-- The secret of an authenticator set up anew; the former one counts until a code of this one was confirmed.
alter table person_secret add column totp_next_secret bytea;

create table recovery_code (
  person_id uuid not null references person on delete cascade,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy recovery_code_own on recovery_code
  using ((select scope_is('system')) or person_id = (select scope_person()) and (select scope_facility()) is null)
  with check ((select scope_is('system')) or person_id = (select scope_person()) and (select scope_facility()) is null);

-- facility_id is where an administrator of the person's one facility issued it; null where the system administrator did.
create table reset_link (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  facility_id uuid references facility,
  issued_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index reset_link_person on reset_link (person_id, created_at);
alter table reset_link enable row level security;
alter table reset_link force row level security;
create policy reset_link_issue on reset_link for insert with check (
  facility_id = (select scope_facility()) or facility_id is null and (select scope_is('system')));

create policy system_event_account on system_event for insert with check (
  subject = (select scope_person())::text and act in (
    'identity.password-changed', 'identity.password-reset', 'identity.recovery-codes-made', 'identity.sessions-ended',
    'identity.second-factor-renewed'));

-- When the person of a session last proved to be there; null where never. Read beside find_session, in the same statement.
create function session_stepped_up(wanted bytea) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); proved timestamptz;
begin
  perform set_config('app.scope', 'sign-in', true);
  select s.stepped_up_at into proved from session s where s.token_hash = wanted;
  perform set_config('app.scope', scope_before, true);
  return proved;
end $$;

-- The only way to note on an open session that its person has proved to be there. False where it is open no more.
create function step_up_session(wanted bytea, of_person uuid, at_time timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); noted boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  update session s set stepped_up_at = at_time
    where s.token_hash = wanted and s.person_id = of_person and s.expires_at > at_time;
  noted := found;
  perform set_config('app.scope', scope_before, true);
  return noted;
end $$;

-- What a person holds anywhere: one row each facility, one without a facility where there is none. Read to decide who may
-- issue a reset link for whom, and for nothing else.
create function held_anywhere(wanted uuid) returns table (system_roles text[], facility_id uuid, roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select p.system_roles, m.facility_id, m.roles
    from person p left join member m on m.person_id = p.id where p.id = wanted;
  perform set_config('app.scope', scope_before, true);
end $$;

-- A reset link that is unused, has not run out and is the newest of its person.
create function find_reset_link(wanted bytea, at_time timestamptz)
returns table (person_id uuid, facility_id uuid, issued_by uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select l.person_id, l.facility_id, l.issued_by from reset_link l
    where l.token_hash = wanted and l.used_at is null and l.expires_at > at_time
      and not exists (select from reset_link o where o.person_id = l.person_id and o.created_at > l.created_at);
  perform set_config('app.scope', scope_before, true);
end $$;

-- Uses a reset link up and notes it in the log of the facility that issued it; false where it was used in the meantime.
create function take_reset_link(wanted bytea, activity_id uuid, at_time timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); taken reset_link;
begin
  perform set_config('app.scope', 'sign-in', true);
  update reset_link l set used_at = at_time
    where l.token_hash = wanted and l.used_at is null and l.expires_at > at_time returning * into taken;
  if taken.facility_id is not null then
    perform set_config('app.facility_id', taken.facility_id::text, true);
    insert into activity (facility_id, id, at, person_id, act, subject)
      values (taken.facility_id, activity_id, at_time, taken.person_id, 'identity.password-reset', taken.person_id::text);
    perform set_config('app.facility_id', '', true);
  end if;
  perform set_config('app.scope', scope_before, true);
  return taken.person_id is not null;
end $$;
create policy reset_link_sign_in on reset_link for select to current_user using ((select scope_is('sign-in')));
create policy reset_link_take on reset_link for update to current_user using ((select scope_is('sign-in')));

revoke execute on function session_stepped_up(bytea), step_up_session(bytea, uuid, timestamptz), held_anywhere(uuid),
  find_reset_link(bytea, timestamptz), take_reset_link(bytea, uuid, timestamptz) from public;
grant execute on function session_stepped_up(bytea), step_up_session(bytea, uuid, timestamptz), held_anywhere(uuid),
  find_reset_link(bytea, timestamptz), take_reset_link(bytea, uuid, timestamptz) to mamori_app;
grant select, insert, delete on recovery_code to mamori_app;
grant update (used_at) on recovery_code to mamori_app;
grant select, insert on reset_link to mamori_app;
grant update (totp_next_secret) on person_secret to mamori_app;
