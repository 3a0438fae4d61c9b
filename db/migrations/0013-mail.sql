-- Letters waiting to be sent, and what became of them. Whom and what is sealed with a key outside of the database, and
-- gone once the letter was sent or given up. A letter to a person goes to the address registered when it is sent.
create table mail (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  facility_id uuid references facility,
  organisation_id uuid references organisation,
  person_id uuid references person on delete cascade,
  subject uuid,
  recipient bytea not null check (length(recipient) = 32),
  sealed bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  tries integer not null default 0,
  posted_at timestamptz not null,
  give_up_at timestamptz not null,
  settled_at timestamptz,
  check (facility_id is null or organisation_id is null),
  check ((state = 'waiting') = (sealed is not null) and (state = 'waiting') = (settled_at is null))
);
create index mail_subject on mail (facility_id, subject) where subject is not null;
create index mail_of_organisation on mail (organisation_id, subject) where organisation_id is not null;
create index mail_recipient on mail (recipient, posted_at);
create index mail_place on mail (coalesce(facility_id, organisation_id), posted_at);
create index mail_posted on mail (posted_at);
alter table mail enable row level security;
alter table mail force row level security;
create policy mail_read on mail for select using (
  (select scope_is('system')) or facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));
create policy mail_post on mail for insert with check (
  (select scope_is('system')) or facility_id = (select scope_facility())
  or organisation_id = (select scope_organisation())
  or facility_id is null and organisation_id is null and person_id = (select scope_person())
    and (select scope_facility()) is null and (select scope_organisation()) is null);
create policy mail_settle on mail for update
  using ((select scope_is('system')) or facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()))
  with check ((select scope_is('system')) or facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));
create policy mail_purge on mail for delete using ((select scope_is('system')) and posted_at < now() - interval '30 days');

-- Somebody asked to choose a new password: the address asked for stays sealed until a job has looked whether it is known.
create table reset_request (
  id uuid primary key,
  account bytea not null check (length(account) = 32),
  place bytea not null check (length(place) = 32),
  sealed bytea,
  asked_at timestamptz not null
);
create index reset_request_account on reset_request (account, asked_at);
create index reset_request_place on reset_request (place, asked_at);
create index reset_request_asked on reset_request (asked_at);
alter table reset_request enable row level security;
alter table reset_request force row level security;
create policy reset_request_system on reset_request
  using ((select scope_is('system'))) with check ((select scope_is('system')));

-- Which letters a person wants; who has no row wants them all. Security notices are not for choice.
create table notice_choice (
  person_id uuid primary key references person on delete cascade,
  work boolean not null,
  changed_at timestamptz not null
);
alter table notice_choice enable row level security;
alter table notice_choice force row level security;
create policy notice_choice_own on notice_choice
  using ((select scope_is('system')) or person_id = (select scope_person()) and (select scope_facility()) is null)
  with check (person_id = (select scope_person()) and (select scope_facility()) is null);

-- How many letters of a kind a recipient was posted since, and how many of these kinds the facility or organisation posted
-- to anybody. Whoever posts to the same recipient, or from the same place, takes turns until the transaction ends.
create function mail_posted_since(of_recipient bytea, of_kind text, of_place uuid, counted text[], since timestamptz)
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
    (select count(*)::integer from mail m where m.recipient = of_recipient and m.kind = of_kind and m.posted_at > since),
    (select count(*)::integer from mail m
      where coalesce(m.facility_id, m.organisation_id) = of_place and m.kind = any (counted) and m.posted_at > since);
  perform set_config('app.scope', scope_before, true);
end $$;
create policy mail_count on mail for select to current_user using ((select scope_is('mail')));

-- A person asks for a reset link of the own by mail: nobody issued it. It does not void the one an administrator handed
-- over, else anybody could do that to a colleague; but whichever is used, all are used up.
alter table reset_link alter column issued_by drop not null;
create or replace function find_reset_link(wanted bytea, at_time timestamptz)
returns table (person_id uuid, facility_id uuid, issued_by uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select l.person_id, l.facility_id, l.issued_by from reset_link l
    where l.token_hash = wanted and l.used_at is null and l.expires_at > at_time
      and not exists (select from reset_link o where o.person_id = l.person_id and o.created_at > l.created_at
        and (o.issued_by is null) = (l.issued_by is null));
  perform set_config('app.scope', scope_before, true);
end $$;
create or replace function take_reset_link(wanted bytea, activity_id uuid, at_time timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); taken reset_link;
begin
  perform set_config('app.scope', 'sign-in', true);
  update reset_link l set used_at = at_time
    where l.token_hash = wanted and l.used_at is null and l.expires_at > at_time returning * into taken;
  update reset_link l set used_at = at_time where l.person_id = taken.person_id and l.used_at is null;
  -- Whoever had the account may have made programs a way in.
  update access_token t set revoked_at = at_time where t.person_id = taken.person_id and t.revoked_at is null;
  if taken.facility_id is not null then
    perform set_config('app.facility_id', taken.facility_id::text, true);
    insert into activity (facility_id, id, at, person_id, act, subject)
      values (taken.facility_id, activity_id, at_time, taken.person_id, 'identity.password-reset', taken.person_id::text);
    perform set_config('app.facility_id', '', true);
  end if;
  perform set_config('app.scope', scope_before, true);
  return taken.person_id is not null;
end $$;

revoke execute on function mail_posted_since(bytea, text, uuid, text[], timestamptz) from public;
grant execute on function mail_posted_since(bytea, text, uuid, text[], timestamptz) to mamori_app;
grant select, insert, delete on mail to mamori_app;
grant update (state, sealed, tries, settled_at) on mail to mamori_app;
grant select, insert, delete on reset_request to mamori_app;
grant update (sealed) on reset_request to mamori_app;
grant select, insert on notice_choice to mamori_app;
grant update (work, changed_at) on notice_choice to mamori_app;
