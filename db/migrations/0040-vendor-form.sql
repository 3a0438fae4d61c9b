-- What vendors run for a facility: a row for each system of each vendor. One that is no longer in use stays with its forms.
create table vendor_system (
  facility_id uuid not null references facility,
  id uuid not null,
  vendor text not null check (vendor <> '' and length(vendor) <= 100),
  system text not null check (system <> '' and length(system) <= 100),
  contact text not null check (contact <> '' and length(contact) <= 60),
  email text not null default '' check (length(email) <= 254),
  ended_at timestamptz,
  revision integer not null default 1,
  changed_at timestamptz not null,
  primary key (facility_id, id)
);
create unique index vendor_system_in_use on vendor_system (facility_id, vendor, system) where ended_at is null;
alter table vendor_system enable row level security;
alter table vendor_system force row level security;
create policy vendor_system_own on vendor_system using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy vendor_system_leaving on vendor_system to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy vendor_system_entered on vendor_system to current_user using ((select scope_is('vendor-form')));
create policy backup_read on vendor_system for select to current_user using ((select scope_backup()));
grant select, insert, update on vendor_system to mamori_app;

-- A vendor's form is a run about one of these systems.
alter table run add column vendor_system_id uuid generated always as (case when purpose = 'vendor' then subject_id end) stored;
alter table run add foreign key (facility_id, vendor_system_id) references vendor_system;
create index run_of_vendor_system on run (facility_id, vendor_system_id, fiscal_year) where vendor_system_id is not null;

-- Who answers through a link has a row like everybody who acts in a facility, and nothing to sign in with.
alter table person add column contact_of uuid references facility;
create index person_contact on person (contact_of) where contact_of is not null;
create policy person_contact_read on person for select to mamori_app using (contact_of = (select scope_facility()));
create policy person_contact_insert on person for insert to mamori_app with check (
  contact_of = (select scope_facility()) and (select scope_agreement()) is null and system_roles = '{}');
create policy person_leaving on person for all to current_user
  using ((select scope_is('leaving')) and contact_of = (select scope_facility()))
  with check ((select scope_is('leaving')) and contact_of = (select scope_facility()));
create function refuse_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); is_contact boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  is_contact := exists (select from person p where p.id = new.person_id and p.contact_of is not null);
  perform set_config('app.scope', scope_before, true);
  if is_contact then raise exception 'who answers for a vendor through a link gets no account and belongs nowhere'; end if;
  return new;
end $$;
create trigger person_secret_contact before insert on person_secret for each row execute function refuse_contact();
create trigger member_contact before insert on member for each row execute function refuse_contact();
create trigger organisation_member_contact before insert on organisation_member for each row execute function refuse_contact();

-- As in 0020; who stands for a vendor's contact is no account that goes unused.
create or replace function unused_accounts(since timestamptz, most integer) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'own-record', true);
  return query select p.id from person p
    where p.erased_at is null and p.created_at < since and p.system_roles = '{}' and p.contact_of is null
      and not exists (select from member m where m.person_id = p.id)
      and not exists (select from organisation_member m where m.person_id = p.id)
      and not exists (select from former_member m where m.person_id = p.id and m.left_at >= since)
      and not exists (select from session s where s.person_id = p.id and s.seen_at >= since)
      and not exists (select from system_event e where e.actor = p.id and e.at >= since)
    order by p.created_at limit most;
  perform set_config('app.scope', scope_before, true);
end $$;

-- The secret links by which a vendor's contact answers one form; of a form one is open at most. sent_at: the contact has sent the
-- answers, and changes none until they are taken back.
create table vendor_form_link (
  facility_id uuid not null references facility,
  id uuid not null,
  run_id uuid not null,
  contact_id uuid not null references person,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  sent_at timestamptz,
  primary key (facility_id, id),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
create unique index vendor_form_link_open on vendor_form_link (facility_id, run_id) where ended_at is null;
create index vendor_form_link_of_run on vendor_form_link (facility_id, run_id, made_at desc);
alter table vendor_form_link enable row level security;
alter table vendor_form_link force row level security;
create policy vendor_form_link_own on vendor_form_link using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy vendor_form_link_leaving on vendor_form_link to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy vendor_form_link_entered on vendor_form_link to current_user using ((select scope_is('vendor-form')));
create policy backup_read on vendor_form_link for select to current_user using ((select scope_backup()));
grant select, insert on vendor_form_link to mamori_app;
grant update (ended_at, sent_at) on vendor_form_link to mamori_app;

-- Settings of a transaction that was entered through a link. It has no facility and no person, so that every policy of those stays
-- shut; what it may see and do is named below and is nothing but its one form.
create function scope_form_facility() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.form_facility', true), '')::uuid $$;
create function scope_form_run() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.form_run', true), '')::uuid $$;
create function scope_form_contact() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.form_contact', true), '')::uuid $$;

create policy run_form on run for select to mamori_app
  using (facility_id = (select scope_form_facility()) and id = (select scope_form_run()));
-- Held against a submission, and never changed.
create policy run_form_held on run for update to mamori_app
  using (facility_id = (select scope_form_facility()) and id = (select scope_form_run())) with check (false);
create policy answer_form on answer to mamori_app
  using (facility_id = (select scope_form_facility()) and run_id = (select scope_form_run()))
  with check (facility_id = (select scope_form_facility()) and run_id = (select scope_form_run())
    and answered_by = (select scope_form_contact()));
create policy answer_history_form on answer_history to mamori_app
  using (facility_id = (select scope_form_facility()) and run_id = (select scope_form_run()))
  with check (facility_id = (select scope_form_facility()) and run_id = (select scope_form_run())
    and answered_by = (select scope_form_contact()));
create policy person_form on person for select to mamori_app using (id = (select scope_form_contact()));
create policy vendor_form_link_form on vendor_form_link to mamori_app
  using (facility_id = (select scope_form_facility()) and run_id = (select scope_form_run())
    and contact_id = (select scope_form_contact()));
create policy activity_form on activity for insert to mamori_app
  with check (facility_id = (select scope_form_facility()) and person_id = (select scope_form_contact())
    and subject = (select scope_form_run())::text
    and act in ('sheet.answered', 'compliance.form-sent', 'compliance.form-taken-back'));

create policy run_entered on run for select to current_user using ((select scope_is('vendor-form')));
create policy person_entered on person for select to current_user using ((select scope_is('vendor-form')));
create policy facility_entered on facility for select to current_user using ((select scope_is('vendor-form')));

-- The one place that decides entry through a link: whoever holds the secret of one that is neither ended nor too old comes to its
-- form, and only there. The link is held until the transaction ends, so that nothing is done once the facility has ended it. Why it
-- does not open is told to nobody but whoever holds the secret; no row where no link has it.
create function enter_vendor_form(wanted bytea, at_time timestamptz, out standing text, out facility_id uuid, out facility_name text,
  out run_id uuid, out contact_id uuid, out contact_name text, out link_id uuid, out vendor text, out system text, out contact text,
  out expires_at timestamptz, out sent_at timestamptz)
returns setof record language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); place uuid; ended timestamptz;
begin
  perform set_config('app.scope', 'vendor-form', true);
  select l.facility_id into place from vendor_form_link l where l.token_hash = wanted;
  if found then
    perform pg_advisory_xact_lock_shared(hashtextextended('facility ' || place::text, 24));
    select l.facility_id, f.name, l.run_id, l.contact_id, p.name, l.id, s.vendor, s.system, s.contact, l.expires_at, l.sent_at, l.ended_at
      into facility_id, facility_name, run_id, contact_id, contact_name, link_id, vendor, system, contact, expires_at, sent_at, ended
      from vendor_form_link l join facility f on f.id = l.facility_id
        join run r on r.facility_id = l.facility_id and r.id = l.run_id
        join vendor_system s on s.facility_id = r.facility_id and s.id = r.vendor_system_id
        join person p on p.id = l.contact_id
      where l.token_hash = wanted for no key update of l;
    if found then
      standing := case when ended is not null then 'ended' when expires_at <= at_time then 'expired' else 'open' end;
      if standing = 'open' then
        perform set_config('app.form_facility', facility_id::text, true);
        perform set_config('app.form_run', run_id::text, true);
        perform set_config('app.form_contact', contact_id::text, true);
      end if;
      return next;
    end if;
  end if;
  perform set_config('app.scope', scope_before, true);
end $$;

-- As in 0024, and the links of vendors are gone with the other ways in.
create or replace function close_facility(at_facility uuid, at_time timestamptz) returns text
language plpgsql set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('facility ' || at_facility::text, 24)) then return 'busy'; end if;
  delete from invitation where facility_id = at_facility;
  delete from vendor_form_link where facility_id = at_facility;
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

revoke execute on function refuse_contact, scope_form_facility, scope_form_run, scope_form_contact, enter_vendor_form from public;
grant execute on function scope_form_facility, scope_form_run, scope_form_contact, enter_vendor_form to mamori_app;
