-- What the auditors say as a whole, once the audit is reported.
alter table audit add column opinion text not null default '' check (length(opinion) <= 2000);

-- What stands at an item by facts: an audit or a drill. What the facility claimed then stands beside it.
create table established_value (
  facility_id uuid not null references facility,
  item_id text not null,
  kind text not null check (kind in ('audited', 'exercised')),
  source_id uuid not null,
  value text not null check (value in ('0', '1', '2', '3', 'yes', 'no', 'unknown', 'not-applicable')),
  claimed text check (claimed in ('0', '1', '2', '3', 'yes', 'no', 'unknown', 'not-applicable')),
  established_on date not null,
  primary key (facility_id, item_id, kind, source_id)
);
create index established_by on established_value (facility_id, source_id);
alter table established_value enable row level security;
alter table established_value force row level security;
create policy established_value_own on established_value using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy established_value_leaving on established_value to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on established_value for select to current_user using ((select scope_backup()));
grant select, insert on established_value to mamori_app;

-- What an audit found at an item, and how it is put right.
create table audit_finding (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  item_id text not null,
  conclusion text not null check (conclusion in ('minor', 'major', 'observation', 'good-practice')),
  statement text not null check (statement <> ''),
  state text not null check (state in ('noted', 'open', 'corrected', 'closed')),
  cause text not null default '' check (length(cause) <= 1000),
  action text not null default '' check (length(action) <= 1000),
  owner_id uuid references person,
  due_on date,
  correction text not null default '' check (length(correction) <= 1000),
  corrected_at timestamptz,
  verdict text not null default '' check (length(verdict) <= 1000),
  verified_by uuid references person,
  verified_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  unique (facility_id, audit_id, item_id),
  foreign key (facility_id, audit_id) references audit (facility_id, id),
  check (state <> 'noted' or owner_id is null)
);
alter table audit_finding enable row level security;
alter table audit_finding force row level security;
create policy audit_finding_own on audit_finding using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_finding_leaving on audit_finding to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_finding for select to current_user using ((select scope_backup()));
grant select, insert, update on audit_finding to mamori_app;
