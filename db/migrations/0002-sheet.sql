create table run (
  facility_id uuid not null references facility,
  id uuid not null,
  sheet_id text not null,
  sheet_version text not null,
  fiscal_year smallint not null check (fiscal_year between 2000 and 2999),
  -- The executive whose private run this is; null for the facility's own.
  executive_id uuid references person,
  status text not null default 'open' check (status in ('open', 'submitted')),
  begun_by uuid not null references person,
  begun_at timestamptz not null default now(),
  submitted_by uuid references person,
  submitted_at timestamptz,
  primary key (facility_id, id),
  unique nulls not distinct (facility_id, sheet_id, fiscal_year, executive_id),
  check ((status = 'submitted') = (submitted_at is not null))
);
alter table run enable row level security;
alter table run force row level security;
create policy run_own on run
  using (facility_id = (select scope_facility())
    and (executive_id is null or executive_id = (select scope_person())))
  with check (facility_id = (select scope_facility()) and (executive_id is null or executive_id = (select scope_person())));

create table answer (
  facility_id uuid not null,
  run_id uuid not null,
  item_id text not null,
  value text check (value in ('0', '1', '2', '3', 'yes', 'no', 'unknown', 'not-applicable')),
  note text not null default '' check (length(note) <= 4000),
  revision integer not null check (revision > 0),
  to_confirm boolean not null default false,
  answered_by uuid not null references person,
  answered_at timestamptz not null default now(),
  primary key (facility_id, run_id, item_id),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
alter table answer enable row level security;
alter table answer force row level security;
create policy answer_own on answer
  using (facility_id = (select scope_facility())
    and exists (select 1 from run where run.facility_id = answer.facility_id and run.id = answer.run_id));

create table answer_history (
  facility_id uuid not null,
  run_id uuid not null,
  item_id text not null,
  revision integer not null,
  value text,
  note text not null,
  origin text not null check (origin in ('typed', 'file', 'carried-over', 'self-check')),
  answered_by uuid not null references person,
  answered_at timestamptz not null default now(),
  primary key (facility_id, run_id, item_id, revision),
  foreign key (facility_id, run_id, item_id) references answer (facility_id, run_id, item_id)
);
alter table answer_history enable row level security;
alter table answer_history force row level security;
create policy answer_history_own on answer_history
  using (facility_id = (select scope_facility())
    and exists (select 1 from run where run.facility_id = answer_history.facility_id and run.id = answer_history.run_id));

create table assignment (
  facility_id uuid not null,
  run_id uuid not null,
  area_id text not null,
  -- A member while the run is open; of a submitted run, whoever held the area then.
  person_id uuid not null references person,
  assigned_by uuid not null references person,
  assigned_at timestamptz not null default now(),
  primary key (facility_id, run_id, area_id),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_own on assignment
  using (facility_id = (select scope_facility())
    and exists (select 1 from run where run.facility_id = assignment.facility_id and run.id = assignment.run_id
      and run.executive_id is null));

-- The executive mirror: what the submitted executive runs of a year answer, without whose they are. Only this function
-- sees private runs, and only for the facility of the transaction.
create policy run_mirror on run for select to current_user
  using (coalesce(current_setting('app.mirror', true), '') = 'on' and facility_id = (select scope_facility()));
create policy answer_mirror on answer for select to current_user
  using (coalesce(current_setting('app.mirror', true), '') = 'on' and facility_id = (select scope_facility()));
create function executive_answers(of_year integer, out respondent bigint, out sheet_version text, out item_id text, out value text)
returns setof record language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.mirror', 'on', true);
  return query
    select dense_rank() over (order by md5(run.id::text || of_year)), run.sheet_version, answer.item_id, answer.value
    from run join answer on answer.facility_id = run.facility_id and answer.run_id = run.id
    where run.facility_id = scope_facility() and run.fiscal_year = of_year and run.sheet_id = 'executive'
      and run.status = 'submitted';
  perform set_config('app.mirror', '', true);
end $$;
