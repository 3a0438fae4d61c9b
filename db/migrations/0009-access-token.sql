-- What a program calls with in the name of one person at one facility. Only the hash of its secret is kept.
create table access_token (
  facility_id uuid not null references facility,
  id uuid not null,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (facility_id, id)
);
create index access_token_person on access_token (facility_id, person_id);
alter table access_token enable row level security;
alter table access_token force row level security;
create policy access_token_own on access_token
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy access_token_sign_in on access_token for select to current_user using ((select scope_is('sign-in')));
create policy access_token_used on access_token for update to current_user using ((select scope_is('sign-in')));

-- A usable token with the roles its person holds where it was made, whatever facility is asked for: one statement before
-- any transaction. Whoever left the facility finds nothing. That it was used is noted once a minute.
create function find_access_token(wanted bytea, at_time timestamptz) returns table (
  token_id uuid, facility_id uuid, person_id uuid, person_name text, scopes text[], roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  update access_token t set last_used_at = at_time
    where t.token_hash = wanted and t.revoked_at is null and t.expires_at > at_time
      and (t.last_used_at is null or t.last_used_at < at_time - interval '1 minute');
  return query
    select t.id, t.facility_id, p.id, p.name, t.scopes, m.roles
    from access_token t
    join member m on m.facility_id = t.facility_id and m.person_id = t.person_id
    join person p on p.id = t.person_id
    where t.token_hash = wanted and t.revoked_at is null and t.expires_at > at_time;
  perform set_config('app.scope', '', true);
end $$;

-- However a membership ends, its tokens end with it, and none comes back with a later one.
create function revoke_tokens_of_member() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  update access_token set revoked_at = now()
    where facility_id = old.facility_id and person_id = old.person_id and revoked_at is null;
  return old;
end $$;
create trigger member_tokens after delete on member for each row execute function revoke_tokens_of_member();

-- What is added to the detail of an act: the token it was done with, nothing where a person sat at a screen.
create function scope_access_token() returns jsonb language sql stable parallel safe as $$
  select case when coalesce(current_setting('app.access_token', true), '') = '' then '{}'::jsonb
    else jsonb_build_object('accessToken', current_setting('app.access_token', true)) end $$;

-- Calls counted for all processes together: the time up to which the calls of a key are paid for.
create table rate_count (
  key text primary key,
  paid_until timestamptz not null
);
create index rate_count_paid on rate_count (paid_until);
alter table rate_count enable row level security;
alter table rate_count force row level security;
create policy rate_count_own on rate_count
  using ((select scope_is('rate'))) with check ((select scope_is('rate')));

-- Counts one call in one statement, so that no two processes let more through than one would. Removes a few counts that
-- have run out: more than a call adds.
create function count_call(counted text, at_time timestamptz, most integer, seconds integer,
  out taken boolean, out paid timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  far timestamptz := at_time + 2 * make_interval(secs => seconds);
  rounding interval := most * interval '1 microsecond';
  price interval := make_interval(secs => seconds::double precision / most);
begin
  perform set_config('app.scope', 'rate', true);
  insert into rate_count as c (key, paid_until) values (counted, at_time + price)
    on conflict (key) do update set paid_until = greatest(case when c.paid_until > far then at_time else c.paid_until end, at_time) + price
    where greatest(case when c.paid_until > far then at_time else c.paid_until end, at_time) + price <= at_time + make_interval(secs => seconds) + rounding
    returning paid_until into paid;
  taken := paid is not null;
  if not taken then select paid_until into paid from rate_count where key = counted; end if;
  delete from rate_count where key in (
    select key from rate_count where paid_until < at_time order by paid_until limit 5 for update skip locked);
  perform set_config('app.scope', scope_before, true);
end $$;

-- Whether a browser is noted under this hash. Asked before any transaction, and only where an address has used up most of
-- what it may.
create function is_known_browser(wanted text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  known boolean;
begin
  perform set_config('app.scope', 'system', true);
  known := exists (select from system_event where act = 'identity.browser-known' and subject = wanted);
  perform set_config('app.scope', scope_before, true);
  return known;
end $$;

revoke execute on function find_access_token(bytea, timestamptz), revoke_tokens_of_member(), scope_access_token(),
  count_call(text, timestamptz, integer, integer), is_known_browser(text) from public;
grant execute on function find_access_token(bytea, timestamptz), scope_access_token(),
  count_call(text, timestamptz, integer, integer), is_known_browser(text) to mamori_app;
grant select, insert on access_token to mamori_app;
grant update (revoked_at) on access_token to mamori_app;
grant select on rate_count to mamori_app;
