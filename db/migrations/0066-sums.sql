-- What the sums of all tasks of a year and of all risks read: an index alone, in the order they are counted in.
alter table task add column quarter smallint not null
  generated always as ((extract(month from due_on)::integer + 8) % 12 / 3 + 1) stored;
create index task_sums on task (facility_id, fiscal_year, status, measure_id, quarter)
  include (cost_planned, cost_spent, person_days);
create index risk_sums on risk (facility_id, stage, likelihood, impact, likelihood_after, impact_after, to_review);
