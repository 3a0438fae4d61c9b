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
