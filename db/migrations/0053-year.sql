-- The day by which a facility wants a step of a fiscal year done, in place of the day suggested. Who set it stands in the
-- activity log.
create table year_day (
  facility_id uuid not null references facility,
  fiscal_year smallint not null check (fiscal_year between 2000 and 2999),
  step text not null check (step ~ '^[a-z]{2,20}$'),
  due_on date not null,
  primary key (facility_id, fiscal_year, step)
);
alter table year_day enable row level security;
alter table year_day force row level security;
create policy year_day_own on year_day using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy year_day_leaving on year_day to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on year_day for select to current_user using ((select scope_backup()));
grant select, insert, update on year_day to mamori_app;

-- As in 0038, and the days of the year.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'task_comment', 'task', 'measure_cost', 'decision', 'decision_request', 'clause_step', 'clause_record', 'year_day',
    'facility_profile']
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
