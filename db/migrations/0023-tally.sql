-- What pages count of the whole country stands counted here, so that reading it does not grow with the country (ADR 0031).
-- A change adds a row with the difference and waits for nobody; fold_tallies adds the rows of one kind up.
create table stage_tally (
  -- 0 for the register itself, which has no year.
  fiscal_year smallint not null,
  prefecture smallint not null,
  facility_type text not null,
  bed_class text not null,
  -- listed: stands in the register; begun: of those, has begun; open and submitted: how far, by the class of the summary.
  stage text not null check (stage in ('listed', 'begun', 'open', 'submitted')),
  facilities integer not null,
  folded boolean not null default false,
  id uuid primary key default gen_random_uuid()
);
create index stage_tally_year on stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage) include (facilities);
create index stage_tally_fresh on stage_tally (fiscal_year) where not folded;

create table score_tally (
  sheet_id text not null,
  fiscal_year smallint not null,
  facility_type text not null,
  bed_class text not null,
  score double precision not null,
  facilities integer not null,
  folded boolean not null default false,
  id uuid primary key default gen_random_uuid()
);
create index score_tally_class on score_tally (sheet_id, fiscal_year, facility_type, bed_class, score) include (facilities);
create index score_tally_fresh on score_tally (fiscal_year) where not folded;

-- Only the functions below write, as the owner. An organisation reads the counts of its prefectures; of the
-- scores no policy shows the application anything: class_standing alone reads them.
alter table stage_tally enable row level security;
alter table stage_tally force row level security;
create policy stage_tally_kept on stage_tally to current_user using (true) with check (true);
create policy stage_tally_prefecture on stage_tally for select
  using (prefecture = any ((select scope_prefectures())::smallint[]));
alter table score_tally enable row level security;
alter table score_tally force row level security;
create policy score_tally_kept on score_tally to current_user using (true) with check (true);
create policy backup_read on stage_tally for select to current_user using ((select scope_backup()));
create policy backup_read on score_tally for select to current_user using ((select scope_backup()));

-- Whoever changes a stage, the class of the facility is seen while it is counted.
create policy facility_counted on facility for select to current_user
  using ((select coalesce(current_setting('app.counting', true), '') = 'on'));

-- As `bedClassOf` says it (core/organisation/bed-class.ts).
create function bed_class_of(beds integer) returns text language sql immutable parallel safe as $$
  select case when beds is null then 'unknown' when beds < 20 then 'under-20' when beds < 100 then '20-99'
    when beds < 200 then '100-199' when beds < 300 then '200-299' when beds < 400 then '300-399'
    when beds < 500 then '400-499' else '500-plus' end $$;

-- The stage of a facility is that of its main sheet, the further one where it has begun both: what it counted as before the
-- statement, and what it counts as now. Of two writers of one facility the second waits, so that it sees what the first did.
create function tally_stages(was run_stage_summary[], became run_stage_summary[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  main constant text[] := array['hospital', 'small-facility'];
begin
  if cardinality(was) + cardinality(became) <= 100 then
    perform pg_advisory_xact_lock(hashtextextended(id::text, 23)) from (
      select distinct facility_id as id from unnest(was || became) r where sheet_id = any (main) order by 1) touched;
  end if;
  perform set_config('app.counting', 'on', true);
  with old_rows as materialized (select * from unnest(was) r where sheet_id = any (main)),
  new_rows as materialized (select * from unnest(became) r where sheet_id = any (main)),
  touched as (select facility_id, fiscal_year from old_rows union select facility_id, fiscal_year from new_rows),
  standing as materialized (
    select s.* from touched join run_stage_summary s using (facility_id, fiscal_year) where s.sheet_id = any (main)),
  counted as materialized (
    select facility_id, fiscal_year, max(prefecture) as prefecture, max(facility_type) as facility_type,
      max(bed_class) as bed_class, max(stage) as stage, n
    from (select o.*, -1 as n from old_rows o
      union all select s.*, -1 from standing s where not exists (select from new_rows n where n.facility_id = s.facility_id
        and n.fiscal_year = s.fiscal_year and n.sheet_id = s.sheet_id)
      union all select s.*, 1 from standing s) r
    group by facility_id, fiscal_year, n),
  begun as (select facility_id, fiscal_year, sum(n) as n from counted group by facility_id, fiscal_year having sum(n) <> 0)
  insert into stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage, facilities)
    select fiscal_year, prefecture, facility_type, bed_class, stage, sum(n) from (
      select fiscal_year, prefecture, facility_type, bed_class, stage, n from counted
      union all select b.fiscal_year, f.prefecture, f.type, bed_class_of(f.beds), 'begun', b.n
      from begun b join facility f on f.id = b.facility_id) change
    group by 1, 2, 3, 4, 5 having sum(n) <> 0;
  perform set_config('app.counting', counting_before, true);
end $$;

-- The register as it changes, and under which class of it those stand who have begun.
create function tally_register(was facility[], became facility[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare counting_before text := coalesce(current_setting('app.counting', true), '');
begin
  perform set_config('app.counting', 'on', true);
  with change as materialized (
    select id, prefecture, type, bed_class_of(beds) as bed_class, -1 as n from unnest(was)
    union all select id, prefecture, type, bed_class_of(beds), 1 from unnest(became)),
  begun as (select distinct c.id, s.fiscal_year from change c join run_stage_summary s on s.facility_id = c.id
    where s.sheet_id in ('hospital', 'small-facility'))
  insert into stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage, facilities)
    select 0, prefecture, type, bed_class, 'listed', sum(n) from change group by 2, 3, 4 having sum(n) <> 0
    union all select fiscal_year, prefecture, type, bed_class, 'begun', sum(n) from change join begun using (id)
    group by 1, 2, 3, 4 having sum(n) <> 0;
  perform set_config('app.counting', counting_before, true);
end $$;

create function tally_scores(was assessment_summary[], became assessment_summary[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into score_tally (sheet_id, fiscal_year, facility_type, bed_class, score, facilities)
    select sheet_id, fiscal_year, facility_type, bed_class, score, sum(n) from (
      select w.*, -1 as n from unnest(was) w union all select b.*, 1 from unnest(became) b) change
    where score is not null group by 1, 2, 3, 4, 5 having sum(n) <> 0 $$;

create function tally_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    case tg_table_name
      when 'facility' then perform tally_register('{}', array(select b::facility from became b));
      when 'run_stage_summary' then perform tally_stages('{}', array(select b::run_stage_summary from became b));
      else perform tally_scores('{}', array(select b::assessment_summary from became b));
    end case;
  elsif tg_op = 'DELETE' then
    case tg_table_name
      when 'facility' then perform tally_register(array(select w::facility from was w), '{}');
      when 'run_stage_summary' then perform tally_stages(array(select w::run_stage_summary from was w), '{}');
      else perform tally_scores(array(select w::assessment_summary from was w), '{}');
    end case;
  else
    case tg_table_name
      when 'facility' then
        if exists (select from was w join became b using (id)
          where (w.prefecture, w.type, w.beds) is distinct from (b.prefecture, b.type, b.beds)) then
          perform tally_register(array(select w::facility from was w), array(select b::facility from became b));
        end if;
      when 'run_stage_summary' then perform tally_stages(
        array(select w::run_stage_summary from was w), array(select b::run_stage_summary from became b));
      else perform tally_scores(
        array(select w::assessment_summary from was w), array(select b::assessment_summary from became b));
    end case;
  end if;
  return null;
end $$;

do $$
declare counted text;
begin
  foreach counted in array array['facility', 'run_stage_summary', 'assessment_summary'] loop
    execute format('create trigger %1$s_tally_insert after insert on %1$s referencing new table as became
      for each statement execute function tally_change()', counted);
    execute format('create trigger %1$s_tally_update after update on %1$s referencing old table as was new table as became
      for each statement execute function tally_change()', counted);
    execute format('create trigger %1$s_tally_delete after delete on %1$s referencing old table as was
      for each statement execute function tally_change()', counted);
  end loop;
end $$;

-- Adds up what came since the last time. Any number of processes may do it at once: each adds up the rows it took out itself.
create function fold_tallies() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with fresh as (
    select distinct fiscal_year, prefecture, facility_type, bed_class, stage from stage_tally where not folded
  ), taken as (
    delete from stage_tally t using fresh f where (t.fiscal_year, t.prefecture, t.facility_type, t.bed_class, t.stage)
      = (f.fiscal_year, f.prefecture, f.facility_type, f.bed_class, f.stage) returning t.*
  )
  insert into stage_tally select fiscal_year, prefecture, facility_type, bed_class, stage, sum(facilities), true
    from taken group by 1, 2, 3, 4, 5 having sum(facilities) <> 0;
  with fresh as (
    select distinct sheet_id, fiscal_year, facility_type, bed_class, score from score_tally where not folded
  ), taken as (
    delete from score_tally t using fresh f where (t.sheet_id, t.fiscal_year, t.facility_type, t.bed_class, t.score)
      = (f.sheet_id, f.fiscal_year, f.facility_type, f.bed_class, f.score) returning t.*
  )
  insert into score_tally select sheet_id, fiscal_year, facility_type, bed_class, score, sum(facilities), true
    from taken group by 1, 2, 3, 4, 5 having sum(facilities) <> 0;
end $$;

-- As in 0016, from the tally: the scores there are, each with how many have it, less the facility's own.
create or replace function class_standing(
  of_facility uuid, of_sheet text, of_year integer, of_type text, of_bed_class text, of_score double precision,
  out others integer, out lower integer, out ties integer,
  out quartile_1 double precision, out median double precision, out quartile_3 double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  billionths constant double precision := round(of_score * 1e9);
  quartiles double precision[];
begin
  with each as (
    select score, facilities as n from score_tally
      where sheet_id = of_sheet and fiscal_year = of_year and facility_type = of_type and bed_class = of_bed_class
    union all select score, -1 from assessment_summary
      where facility_id = of_facility and fiscal_year = of_year and sheet_id = of_sheet
        and facility_type = of_type and bed_class = of_bed_class and score is not null
  ), counted as materialized (
    select score, n, sum(n) over (order by score) as upto, (sum(n) over ())::double precision as total
    from (select score, sum(n) as n from each group by score having sum(n) > 0) one
  ), shares as (
    select share, place, min(score) filter (where upto > floor(place)) as low, min(score) filter (where upto > ceil(place)) as high
    from counted cross join unnest(array[0.25, 0.5, 0.75]::double precision[]) share
      cross join lateral (select share * (total - 1) as place) at
    group by share, place
  )
  select coalesce(sum(n), 0), coalesce(sum(n) filter (where round(score * 1e9) < billionths), 0),
      coalesce(sum(n) filter (where round(score * 1e9) = billionths), 0),
      (select array_agg(low + (high - low) * (place - floor(place)) order by share) from shares)
    into others, lower, ties, quartiles from counted;
  if others < 10 then
    others := null; lower := null; ties := null;
    return;
  end if;
  quartile_1 := quartiles[1]; median := quartiles[2]; quartile_3 := quartiles[3];
end $$;
drop policy assessment_summary_standing on assessment_summary;
-- Nobody reads these any more.
drop index assessment_summary_class, run_stage_summary_prefecture, facility_class;

-- What is there already; forced row security binds the owner too, so it is lifted for these statements.
alter table facility no force row level security;
alter table run_stage_summary no force row level security;
alter table assessment_summary no force row level security;
insert into stage_tally select 0, prefecture, type, bed_class_of(beds), 'listed', count(*), true
  from facility group by 2, 3, 4;
with counted as (
  select facility_id, fiscal_year, max(prefecture) as prefecture, max(facility_type) as facility_type,
    max(bed_class) as bed_class, max(stage) as stage
  from run_stage_summary where sheet_id in ('hospital', 'small-facility') group by facility_id, fiscal_year)
insert into stage_tally
  select fiscal_year, prefecture, facility_type, bed_class, stage, count(*), true from counted group by 1, 2, 3, 4, 5
  union all select c.fiscal_year, f.prefecture, f.type, bed_class_of(f.beds), 'begun', count(*), true
  from counted c join facility f on f.id = c.facility_id group by 1, 2, 3, 4;
insert into score_tally select sheet_id, fiscal_year, facility_type, bed_class, score, count(*), true
  from assessment_summary where score is not null group by 1, 2, 3, 4, 5;
alter table facility force row level security;
alter table run_stage_summary force row level security;
alter table assessment_summary force row level security;

revoke execute on function bed_class_of(integer), tally_stages(run_stage_summary[], run_stage_summary[]),
  tally_register(facility[], facility[]), tally_scores(assessment_summary[], assessment_summary[]), tally_change(),
  fold_tallies() from public;
grant execute on function fold_tallies() to mamori_app;
grant select on stage_tally, score_tally to mamori_app;
