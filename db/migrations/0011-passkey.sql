-- Passkeys of a person: the public half; what signs stays on the person's device.
create table passkey (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  credential_id text collate "C" not null unique check (length(credential_id) between 1 and 1400),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_own on passkey
  using (person_id = (select scope_person()) and (select scope_facility()) is null)
  with check (person_id = (select scope_person()) and (select scope_facility()) is null);
-- Signing in begins without knowing whose passkey it is.
create policy passkey_found on passkey for select using ((select scope_is('system')));
create policy passkey_used on passkey for update
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy passkey_sign_in on passkey for select to current_user using ((select scope_is('sign-in')));

-- What a passkey is asked to sign, once. Of a signed-in person it belongs to the session and ends with it; for signing in
-- it belongs to nobody yet, and only the address that asked is known, as a hash, to limit how many wait.
create table passkey_challenge (
  challenge bytea primary key check (length(challenge) = 32),
  purpose text not null check (purpose in ('registration', 'sign-in', 'step-up')),
  person_id uuid references person on delete cascade,
  session_hash bytea references session on delete cascade,
  address_hash bytea,
  expires_at timestamptz not null,
  check ((purpose = 'sign-in') = (person_id is null)),
  check ((person_id is null) = (session_hash is null)),
  check ((person_id is null) = (address_hash is not null))
);
create index passkey_challenge_address on passkey_challenge (address_hash, expires_at);
create index passkey_challenge_session on passkey_challenge (session_hash);
create index passkey_challenge_person on passkey_challenge (person_id);
create index passkey_challenge_expiry on passkey_challenge (expires_at);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy passkey_challenge_own on passkey_challenge
  using (person_id = (select scope_person()) and (select scope_facility()) is null)
  with check (person_id = (select scope_person()) and (select scope_facility()) is null);
create policy passkey_challenge_sign_in on passkey_challenge
  using ((select scope_is('system')) and person_id is null)
  with check ((select scope_is('system')) and person_id is null);

create policy system_event_passkey on system_event for insert with check (
  subject = (select scope_person())::text
  and act in ('identity.passkey-added', 'identity.passkey-removed', 'identity.passkey-copied'));

-- As before; what the person has enrolled as a second factor is an authenticator or a passkey.
drop function find_session(bytea, uuid, timestamptz, timestamptz);
create function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz) returns table (
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
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since;
  perform set_config('app.scope', '', true);
end $$;
revoke execute on function find_session(bytea, uuid, timestamptz, timestamptz) from public;
grant execute on function find_session(bytea, uuid, timestamptz, timestamptz) to mamori_app;

grant select, insert, delete on passkey, passkey_challenge to mamori_app;
grant update (name, counter, backed_up, last_used_at) on passkey to mamori_app;
