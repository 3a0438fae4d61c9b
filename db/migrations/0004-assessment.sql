create table result (
  facility_id uuid not null,
  run_id uuid not null,
  submitted_at timestamptz not null,
  sheet_id text not null,
  sheet_version text not null,
  rules_version text not null,
  result jsonb not null,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (facility_id, run_id, submitted_at),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
alter table result enable row level security;
alter table result force row level security;
create policy result_own on result
  using (facility_id = (select scope_facility())
    and exists (select 1 from run where run.facility_id = result.facility_id and run.id = result.run_id));

-- Summary: numbers only, no answers and no free text. Executive runs never come here.
create table assessment_summary (
  facility_id uuid not null references facility,
  fiscal_year smallint not null,
  sheet_id text not null check (sheet_id <> 'executive'),
  sheet_version text not null,
  run_id uuid not null,
  facility_type text not null,
  bed_class text not null,
  score double precision,
  level smallint check (level between 0 and 3),
  submitted_at timestamptz not null,
  primary key (facility_id, fiscal_year, sheet_id),
  foreign key (facility_id, run_id) references run (facility_id, id)
);
create index assessment_summary_class on assessment_summary (sheet_id, fiscal_year, facility_type, bed_class, score)
  include (facility_id);
alter table assessment_summary enable row level security;
alter table assessment_summary force row level security;
create policy assessment_summary_own on assessment_summary
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy assessment_summary_read on assessment_summary for select using ((select scope_is('summary')));
create policy assessment_summary_standing on assessment_summary for select to current_user
  using ((select coalesce(current_setting('app.standing', true), '') = 'on'));

-- Where a score stands among the other facilities of its class: counts and quartiles only, never whose.
create function class_standing(
  of_facility uuid, of_sheet text, of_year integer, of_type text, of_bed_class text, of_score double precision,
  out others integer, out lower integer, out ties integer,
  out quartile_1 double precision, out median double precision, out quartile_3 double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.standing', 'on', true);
  select count(*), count(*) filter (where score < of_score), count(*) filter (where score = of_score),
      percentile_cont(0.25) within group (order by score), percentile_cont(0.5) within group (order by score),
      percentile_cont(0.75) within group (order by score)
    into others, lower, ties, quartile_1, median, quartile_3
    from assessment_summary
    where sheet_id = of_sheet and fiscal_year = of_year and facility_type = of_type and bed_class = of_bed_class
      and score is not null and facility_id <> of_facility;
  perform set_config('app.standing', '', true);
  if others < 10 then quartile_1 := null; median := null; quartile_3 := null; end if;
end $$;
