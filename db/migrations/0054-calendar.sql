-- By which a calendar program reads what is due to one person at one facility. Only the hash of its secret is kept; a new link
-- takes the place of the one before.
create table calendar_link (
  facility_id uuid not null references facility,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  primary key (facility_id, person_id)
);
alter table calendar_link enable row level security;
alter table calendar_link force row level security;
create policy calendar_link_own on calendar_link
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy calendar_link_opened on calendar_link for select to current_user using ((select scope_is('sign-in')));
create policy calendar_link_leaving on calendar_link to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on calendar_link for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on calendar_link to mamori_app;

-- Whose calendar a secret opens, and at which facility; whether that person still belongs there is asked on entering it.
create function find_calendar(wanted bytea, out at_facility uuid, out of_person uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  select facility_id, person_id into at_facility, of_person from calendar_link where token_hash = wanted;
  perform set_config('app.scope', '', true);
end $$;
revoke execute on function find_calendar(bytea) from public;
grant execute on function find_calendar(bytea) to mamori_app;

-- As in 0009, and the calendar: none comes back with a later membership.
create or replace function revoke_tokens_of_member() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  update access_token set revoked_at = now()
    where facility_id = old.facility_id and person_id = old.person_id and revoked_at is null;
  delete from calendar_link where facility_id = old.facility_id and person_id = old.person_id;
  return old;
end $$;
