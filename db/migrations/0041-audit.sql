-- An audit: what it is about, when, and by which sheet. Its check sheet is a run that names it.
create table audit (
  facility_id uuid not null references facility,
  id uuid not null,
  kind text not null check (kind in ('internal', 'external')),
  fiscal_year smallint not null check (fiscal_year between 2000 and 2999),
  title text not null check (title <> '' and length(title) <= 100),
  sheet_id text not null check (sheet_id in ('hospital', 'small-facility')),
  planned_from date not null,
  planned_to date not null check (planned_to >= planned_from),
  areas text[] not null check (cardinality(areas) between 1 and 40),
  clauses text[] not null default '{}' check (cardinality(clauses) <= 100),
  systems text not null default '' check (length(systems) <= 500),
  planned_at timestamptz not null,
  run_id uuid,
  begun_at timestamptz,
  reported_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  check ((run_id is null) = (begun_at is null)),
  check (reported_at is null or begun_at is not null)
);
create index audit_of_year on audit (facility_id, fiscal_year desc, planned_from desc, id);
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_own on audit using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_leaving on audit to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit for select to current_user using ((select scope_backup()));
grant select, insert, update on audit to mamori_app;

-- Who audits, and which areas of it; one of them leads.
create table audit_member (
  facility_id uuid not null,
  audit_id uuid not null,
  person_id uuid not null references person,
  lead boolean not null,
  areas text[] not null default '{}' check (cardinality(areas) <= 40),
  primary key (facility_id, audit_id, person_id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create unique index audit_lead on audit_member (facility_id, audit_id) where lead;
alter table audit_member enable row level security;
alter table audit_member force row level security;
create policy audit_member_own on audit_member using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_member_leaving on audit_member to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_member for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on audit_member to mamori_app;

-- The run that is the check sheet of an audit belongs to it. Until it is reported only the team sees it.
alter table run add column audit_id uuid generated always as (case when purpose = 'audit' then subject_id end) stored;
alter table run add foreign key (facility_id, audit_id) references audit (facility_id, id);
-- Of an audit: the areas in its scope. Items of others are set aside.
alter table run add column scope_areas text[] check ((scope_areas is not null) = (purpose = 'audit'));
drop policy run_own on run;
create policy run_own on run
  using (facility_id = (select scope_facility()) and (executive_id is null or executive_id = (select scope_person()))
    and (purpose <> 'audit' or status = 'submitted' or exists (select 1 from audit_member m
      where m.facility_id = run.facility_id and m.audit_id = run.subject_id and m.person_id = (select scope_person()))))
  with check (facility_id = (select scope_facility()) and (executive_id is null or executive_id = (select scope_person())));
-- A supporter helps with what the facility answers for itself.
drop policy run_not_private on run;
create policy run_not_private on run as restrictive
  using ((select scope_agreement()) is null or (executive_id is null and purpose <> 'audit'));
-- Who has which area of an audit is known to all who may read audits, its answers are not.
create policy assignment_audit on assignment
  using (facility_id = (select scope_facility()) and exists (select 1 from audit
    where audit.facility_id = assignment.facility_id and audit.run_id = assignment.run_id))
  with check (facility_id = (select scope_facility()));

-- What the auditor concludes at an item. It belongs to the answer, so it stands with it and in its history; empty elsewhere.
alter table answer add column conclusion text
  check (conclusion in ('conformity', 'minor', 'major', 'observation', 'good-practice'));
alter table answer add check (conclusion is null or value is not null);
alter table answer_history add column conclusion text;
