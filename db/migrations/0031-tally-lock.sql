-- Those whose changes are counted take turns facility by facility, or, where a statement changes more facilities than the table
-- of locks has room for, all at once: whoever has turns of single facilities shares the turn of all meanwhile. The list of
-- facilities took no turn before, and one that left while the list moved it was counted away twice.
create function tally_turn(facilities uuid[], turn integer) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if cardinality(facilities) > 100 then
    perform pg_advisory_xact_lock(hashtextextended('every facility', turn));
  elsif cardinality(facilities) > 0 then
    perform pg_advisory_xact_lock_shared(hashtextextended('every facility', turn));
    perform pg_advisory_xact_lock(hashtextextended(id::text, turn)) from unnest(facilities) id;
  end if;
end $$;

-- As in 0025, with these turns.
create or replace function tally_stages(was run_stage_summary[], became run_stage_summary[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  main constant text[] := array['hospital', 'small-facility'];
  written constant uuid[] := array(
    select distinct facility_id from unnest(was || became) r where sheet_id = any (main) order by 1);
begin
  perform tally_turn(written, 23);
  if cardinality(was) = 0 or cardinality(became) = 0 then perform tally_turn(written, 25); end if;
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

-- As in 0025, with these turns.
create or replace function tally_register(was facility[], became facility[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  moved constant uuid[] := array(select w.id from unnest(was) w join unnest(became) b on b.id = w.id
    where (w.prefecture, w.type, w.beds) is distinct from (b.prefecture, b.type, b.beds) order by 1);
begin
  perform tally_turn(moved, 25);
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

create policy assessment_summary_counted on assessment_summary for select to current_user
  using ((select coalesce(current_setting('app.counting', true), '') = 'on'));

-- Compares the tallies with what they count and adds what they lack; tells how many counts were wrong. Each comparison is one
-- statement, which sees of every change both the row and its count or neither, so nobody has to wait for it.
create function recount_tallies() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  stages integer;
  scores integer;
begin
  -- Two at once would both add what was lacking.
  if not pg_try_advisory_xact_lock(hashtextextended('recount_tallies', 0)) then return 0; end if;
  perform set_config('app.counting', 'on', true);
  with reached as materialized (
    select facility_id, fiscal_year, max(prefecture) as prefecture, max(facility_type) as facility_type,
      max(bed_class) as bed_class, max(stage) as stage
    from run_stage_summary where sheet_id in ('hospital', 'small-facility') group by facility_id, fiscal_year
  ), each as (
    select 0::smallint as fiscal_year, prefecture, type as facility_type, bed_class_of(beds) as bed_class, 'listed' as stage, 1 as n
      from facility
    union all select fiscal_year, prefecture, facility_type, bed_class, stage, 1 from reached
    union all select r.fiscal_year, f.prefecture, f.type, bed_class_of(f.beds), 'begun', 1
      from reached r join facility f on f.id = r.facility_id
    union all select fiscal_year, prefecture, facility_type, bed_class, stage, -facilities from stage_tally
  )
  insert into stage_tally (fiscal_year, prefecture, facility_type, bed_class, stage, facilities)
    select fiscal_year, prefecture, facility_type, bed_class, stage, sum(n) from each
    group by 1, 2, 3, 4, 5 having sum(n) <> 0;
  get diagnostics stages = row_count;
  with each as (
    select sheet_id, fiscal_year, facility_type, bed_class, score, 1 as n from assessment_summary where score is not null
    union all select sheet_id, fiscal_year, facility_type, bed_class, score, -facilities from score_tally
  )
  insert into score_tally (sheet_id, fiscal_year, facility_type, bed_class, score, facilities)
    select sheet_id, fiscal_year, facility_type, bed_class, score, sum(n) from each
    group by 1, 2, 3, 4, 5 having sum(n) <> 0;
  get diagnostics scores = row_count;
  perform set_config('app.counting', counting_before, true);
  return stages + scores;
end $$;

revoke execute on function tally_turn(uuid[], integer), recount_tallies() from public;
grant execute on function recount_tallies() to mamori_app;
