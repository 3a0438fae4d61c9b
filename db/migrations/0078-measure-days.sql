-- The person-days a facility reckons a measure at in its first year, beside its yen or alone; null is the default of the content.
alter table measure_cost alter column yen drop not null;
alter table measure_cost add column person_days numeric(6, 1) check (person_days >= 0);
alter table measure_cost add check (yen is not null or person_days is not null);
