-- What the auditors ask somebody of the facility for, and the answer.
create table audit_request (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  item_id text,
  wanted text not null check (wanted <> '' and length(wanted) <= 500),
  of_id uuid not null references person,
  due_on date not null,
  asked_at timestamptz not null,
  reply text not null default '' check (length(reply) <= 1000),
  replied_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create index audit_request_of_audit on audit_request (facility_id, audit_id, due_on);
alter table audit_request enable row level security;
alter table audit_request force row level security;
create policy audit_request_own on audit_request using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_request_leaving on audit_request to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_request for select to current_user using ((select scope_backup()));
grant select, insert, update on audit_request to mamori_app;

-- What was asked and said in an interview: working papers that the team alone ever sees.
create table audit_interview (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  with_whom text not null check (with_whom <> '' and length(with_whom) <= 100),
  held_on date not null,
  said text not null check (said <> '' and length(said) <= 4000),
  noted_at timestamptz not null,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create index audit_interview_of_audit on audit_interview (facility_id, audit_id, held_on);
alter table audit_interview enable row level security;
alter table audit_interview force row level security;
create policy audit_interview_own on audit_interview
  using (facility_id = (select scope_facility()) and exists (select 1 from audit_member m
    where m.facility_id = audit_interview.facility_id and m.audit_id = audit_interview.audit_id
      and m.person_id = (select scope_person())))
  with check (facility_id = (select scope_facility()));
create policy audit_interview_leaving on audit_interview to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_interview for select to current_user using ((select scope_backup()));
grant select, insert on audit_interview to mamori_app;
