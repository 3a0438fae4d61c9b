-- By what a facility estimates its risks: the levels of likelihood and impact in its own words, and from which product on a risk
-- asks for attention or is urgent. No row: what the product proposes.
create table risk_criteria (
  facility_id uuid not null primary key references facility,
  likelihood jsonb not null check (jsonb_array_length(likelihood) between 3 and 5),
  impact jsonb not null check (jsonb_array_length(impact) between 3 and 5),
  attention_from smallint not null check (attention_from > 1),
  urgent_from smallint not null check (urgent_from > attention_from),
  revision integer not null default 1,
  changed_at timestamptz not null default now()
);
alter table risk_criteria enable row level security;
alter table risk_criteria force row level security;
create policy risk_criteria_own on risk_criteria using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy risk_criteria_leaving on risk_criteria to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on risk_criteria for select to current_user using ((select scope_backup()));
grant select, insert, update on risk_criteria to mamori_app;

-- A risk of a facility. The levels are products, 0 where nobody has estimated it; after the treatments it stands as before where
-- nobody has said what remains. What the executives say of accepting it stands at their request, found by its source.
create table risk (
  facility_id uuid not null references facility,
  id uuid not null,
  number integer not null check (number > 0),
  title text not null check (title <> '' and length(title) <= 200),
  assets text[] not null default '{}' check (cardinality(assets) <= 20),
  threat text not null default '' check (length(threat) <= 1000),
  weakness text not null default '' check (length(weakness) <= 1000),
  care_function text not null default '' check (length(care_function) <= 100),
  outage_hours integer check (outage_hours between 0 and 99999),
  patients integer check (patients between 0 and 99999999),
  leaked integer check (leaked between 0 and 99999999),
  owner_id uuid references person,
  likelihood smallint check (likelihood between 1 and 5),
  impact smallint check (impact between 1 and 5),
  likelihood_after smallint check (likelihood_after between 1 and 5),
  impact_after smallint check (impact_after between 1 and 5),
  after_note text not null default '' check (length(after_note) <= 1000),
  level smallint not null generated always as (coalesce(likelihood * impact, 0)) stored,
  level_after smallint not null generated always as (coalesce(likelihood_after * impact_after, likelihood * impact, 0)) stored,
  -- The scale has changed under the estimate: a person is to look at it again.
  to_review boolean not null default false,
  stage text not null check (stage in ('unassessed', 'undecided', 'treating', 'treated', 'acceptance', 'closed')),
  accept_reason text check (length(accept_reason) <= 400),
  accept_until date,
  accept_likelihood smallint check (accept_likelihood between 1 and 5),
  accept_impact smallint check (accept_impact between 1 and 5),
  closed_reason text check (length(closed_reason) <= 400),
  suggestion_id text check (length(suggestion_id) <= 40),
  suggested_year integer,
  revision integer not null default 1,
  added_at timestamptz not null,
  changed_at timestamptz not null default now(),
  primary key (facility_id, id),
  unique (facility_id, number),
  check ((likelihood is null) = (impact is null)),
  check ((likelihood_after is null) = (impact_after is null)),
  check (likelihood_after is null or likelihood is not null),
  check ((stage = 'acceptance') <= (accept_until is not null and accept_likelihood is not null and accept_impact is not null)),
  check ((stage = 'closed') = (closed_reason is not null))
);
create index risk_by_level on risk (facility_id, level, number) where stage <> 'closed';
create index risk_by_level_after on risk (facility_id, level_after, number) where stage <> 'closed';
create index risk_of_stage on risk (facility_id, stage, level, number);
create index risk_of_suggestion on risk (facility_id, suggestion_id) where suggestion_id is not null;
alter table risk enable row level security;
alter table risk force row level security;
create policy risk_own on risk using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy risk_leaving on risk to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on risk for select to current_user using ((select scope_backup()));
grant select, insert, update on risk to mamori_app;

-- What is done about a risk: avoided, reduced or transferred; by which line of table 4-1 and whether it prevents or detects.
create table risk_treatment (
  facility_id uuid not null references facility,
  id uuid not null,
  risk_id uuid not null,
  option text not null check (option in ('avoid', 'reduce', 'transfer')),
  what text not null check (what <> '' and length(what) <= 200),
  reason text not null default '' check (length(reason) <= 400),
  owner_id uuid references person,
  due_on date,
  done_on date,
  kind text check (kind in ('preventive', 'detective')),
  line text check (length(line) <= 40),
  measure_id text check (length(measure_id) <= 20),
  task_id uuid,
  changed_at timestamptz not null default now(),
  primary key (facility_id, id),
  foreign key (facility_id, risk_id) references risk (facility_id, id),
  foreign key (facility_id, task_id) references task (facility_id, id)
);
create index risk_treatment_of_risk on risk_treatment (facility_id, risk_id);
create index risk_treatment_of_task on risk_treatment (facility_id, task_id) where task_id is not null;
alter table risk_treatment enable row level security;
alter table risk_treatment force row level security;
create policy risk_treatment_own on risk_treatment using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy risk_treatment_leaving on risk_treatment to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on risk_treatment for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on risk_treatment to mamori_app;

-- Suggestions somebody has set aside for a fiscal year.
create table risk_passed (
  facility_id uuid not null references facility,
  suggestion_id text not null check (length(suggestion_id) <= 40),
  fiscal_year integer not null,
  reason text not null default '' check (length(reason) <= 400),
  passed_by uuid not null references person,
  passed_at timestamptz not null,
  primary key (facility_id, suggestion_id, fiscal_year)
);
alter table risk_passed enable row level security;
alter table risk_passed force row level security;
create policy risk_passed_own on risk_passed using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy risk_passed_leaving on risk_passed to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on risk_passed for select to current_user using ((select scope_backup()));
grant select, insert, delete on risk_passed to mamori_app;

-- The executives of a facility, for a job that has a letter to them and was asked for by somebody who may have left since.
create function executives_of(wanted uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.facility_id', wanted::text, true);
  return query select m.person_id from member m where m.facility_id = wanted and 'executive' = any (m.roles) order by m.person_id;
  perform set_config('app.facility_id', '', true);
end $$;
revoke execute on function executives_of(uuid) from public;
grant execute on function executives_of(uuid) to mamori_app;

-- As in 0025, and a decision may stand for 400 days before it is to be made anew.
create or replace function recall_jobs() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare recalled integer;
begin
  update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
    where t.id = j.task_id and j.locked_at is null
      and j.run_at > now() + case t.identifier when 'mail.purge' then interval '32 days' when 'plan.due-again' then interval '402 days'
        else interval '25 hours' end;
  get diagnostics recalled = row_count;
  return recalled;
end $$;
