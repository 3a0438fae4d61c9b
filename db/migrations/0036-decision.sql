-- What the executives of a facility are asked to decide. A suggestion is asked once as long as the request stands.
create table decision_request (
  facility_id uuid not null references facility,
  id uuid not null,
  kind text not null check (kind in ('budget', 'risk-acceptance', 'appointment', 'closing', 'other')),
  title text not null check (title <> ''),
  matter text not null check (matter <> ''),
  cost bigint check (cost between 0 and 999999999999),
  effect text not null check (effect <> ''),
  waiting text not null check (waiting <> ''),
  needed_by date,
  source text check (source <> ''),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  withdrawn_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id)
);
create unique index decision_request_of_source on decision_request (facility_id, source)
  where source is not null and withdrawn_at is null;
alter table decision_request enable row level security;
alter table decision_request force row level security;
create policy decision_request_own on decision_request using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy decision_request_leaving on decision_request to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on decision_request for select to current_user using ((select scope_backup()));
grant select, insert, update on decision_request to mamori_app;

-- What the executives decided, numbered within the facility and the fiscal year. It never changes: nobody may update or delete.
create table decision (
  facility_id uuid not null references facility,
  id uuid not null,
  request_id uuid not null,
  fiscal_year integer not null,
  number integer not null check (number > 0),
  outcome text not null check (outcome in ('approved', 'deferred', 'declined')),
  reason text not null check (outcome <> 'declined' or reason <> ''),
  until date check (case outcome when 'deferred' then until is not null when 'declined' then until is null else true end),
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  primary key (facility_id, id),
  unique (facility_id, fiscal_year, number),
  foreign key (facility_id, request_id) references decision_request (facility_id, id)
);
create index decision_of_request on decision (facility_id, request_id);
alter table decision enable row level security;
alter table decision force row level security;
create policy decision_own on decision using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy decision_leaving on decision to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on decision for select to current_user using ((select scope_backup()));
grant select, insert on decision to mamori_app;

-- As in 0035, and what was asked of the executives and decided.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'task_comment', 'task', 'measure_cost', 'decision', 'decision_request', 'facility_profile']
  loop
    execute format('delete from %I where facility_id = $1', owned) using at_facility;
    get diagnostics gone = row_count;
    if gone > 0 then return 'more'; end if;
  end loop;
  delete from file where facility_id = at_facility and id in (select id from file where facility_id = at_facility limit files);
  if found then return 'more'; end if;
  delete from mail where coalesce(facility_id, organisation_id) = at_facility and facility_id = at_facility;
  insert into activity (facility_id, id, at, person_id, act) values (at_facility, gen_random_uuid(), at_time, announcer, 'leaving.done');
  update facility set opened_at = null, left_at = at_time where id = at_facility;
  update facility_search set opened = false where facility_id = at_facility;
  delete from leaving where facility_id = at_facility;
  return 'done';
end $$;
