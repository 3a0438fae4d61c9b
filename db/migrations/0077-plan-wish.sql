-- What a facility last asked of a plan for a fiscal year from a sheet, as it was asked. Who did stands in the activity log.
create table plan_wish (
  facility_id uuid not null references facility,
  fiscal_year integer not null,
  sheet_id text not null check (sheet_id ~ '^[a-z-]{1,40}$'),
  wish jsonb not null check (jsonb_typeof(wish) = 'object'),
  kept_at timestamptz not null default now(),
  primary key (facility_id, fiscal_year, sheet_id)
);
alter table plan_wish enable row level security;
alter table plan_wish force row level security;
create policy plan_wish_own on plan_wish using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy plan_wish_leaving on plan_wish to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on plan_wish for select to current_user using ((select scope_backup()));
grant select, insert, update on plan_wish to mamori_app;

-- What was asked of a plan that became tasks, and how well it was proven to be the best. Never changed.
create table plan_acceptance (
  facility_id uuid not null references facility,
  id uuid not null,
  fiscal_year integer not null,
  run_id uuid not null,
  wish jsonb not null check (jsonb_typeof(wish) = 'object'),
  status text not null check (status in ('optimal', 'time-limit')),
  gap double precision not null check (gap between 0 and 1),
  measures integer not null check (measures > 0),
  accepted_at timestamptz not null default now(),
  primary key (facility_id, id),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
create index plan_acceptance_of_year on plan_acceptance (facility_id, fiscal_year, accepted_at);
alter table plan_acceptance enable row level security;
alter table plan_acceptance force row level security;
create policy plan_acceptance_own on plan_acceptance using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy plan_acceptance_leaving on plan_acceptance to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on plan_acceptance for select to current_user using ((select scope_backup()));
grant select, insert on plan_acceptance to mamori_app;

-- As in 0071, and what plans were asked of.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'plan_acceptance', 'run', 'audit_interview', 'audit_request', 'audit_team_change',
    'audit_concern', 'audited_summary', 'established_value', 'audit_finding', 'audit_member',
    'audit', 'vendor_system', 'evidence', 'risk_treatment', 'risk', 'risk_passed', 'risk_criteria', 'task_comment', 'task',
    'measure_cost', 'plan_wish', 'decision', 'decision_request', 'clause_step', 'clause_record', 'regulation_version', 'regulation',
    'explanation_desk', 'enquiry', 'provision', 'year_day', 'calendar_link',
    'webhook_delivery', 'webhook', 'facility_profile']
  loop
    execute format('delete from %I where facility_id = $1', owned) using at_facility;
    get diagnostics gone = row_count;
    if gone > 0 then return 'more'; end if;
  end loop;
  delete from file where facility_id = at_facility and id in (select id from file where facility_id = at_facility limit files);
  if found then return 'more'; end if;
  delete from mail where coalesce(facility_id, organisation_id) = at_facility and facility_id = at_facility;
  insert into activity (facility_id, id, at, person_id, act) values (at_facility, gen_random_uuid(), at_time, announcer, 'leaving.done');
  update person set name = '削除された人', erased_at = at_time where contact_of = at_facility and erased_at is null;
  update facility set opened_at = null, left_at = at_time where id = at_facility;
  update facility_search set opened = false where facility_id = at_facility;
  delete from leaving where facility_id = at_facility;
  return 'done';
end $$;
