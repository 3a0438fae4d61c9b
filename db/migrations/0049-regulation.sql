-- Documents a facility rules itself by: policy, rules, procedures; with the clauses they prove and the day they are looked over.
create table regulation (
  facility_id uuid not null references facility,
  id uuid not null,
  kind text not null check (kind in ('policy', 'rules', 'procedure', 'plan', 'other')),
  title text not null check (char_length(title) between 1 and 120),
  clause_ids text[] not null default '{}' check (cardinality(clause_ids) <= 30),
  review_on date,
  withdrawn boolean not null default false,
  revision integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (facility_id, id)
);
alter table regulation enable row level security;
alter table regulation force row level security;
create policy regulation_own on regulation using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy regulation_leaving on regulation to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on regulation for select to current_user using ((select scope_backup()));
grant select, insert, update on regulation to mamori_app;

-- Its versions. What an executive has approved never changes: the application may update only what nobody has approved.
create table regulation_version (
  facility_id uuid not null references facility,
  id uuid not null,
  regulation_id uuid not null,
  number integer not null check (number > 0),
  valid_on date not null,
  changes text not null check (char_length(changes) between 1 and 1000),
  body text not null default '' check (char_length(body) <= 20000),
  written_by uuid not null references person,
  written_at timestamptz not null,
  approved_by uuid references person,
  approved_at timestamptz,
  primary key (facility_id, id),
  unique (facility_id, regulation_id, number),
  foreign key (facility_id, regulation_id) references regulation,
  check ((approved_by is null) = (approved_at is null))
);
alter table regulation_version enable row level security;
alter table regulation_version force row level security;
create policy regulation_version_own on regulation_version using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy regulation_version_fixed on regulation_version as restrictive for update to mamori_app
  using (approved_at is null) with check (true);
create policy regulation_version_leaving on regulation_version to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on regulation_version for select to current_user using ((select scope_backup()));
grant select, insert, update on regulation_version to mamori_app;
