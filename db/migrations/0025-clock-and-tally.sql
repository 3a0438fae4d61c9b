-- As before. Who begins and who changes the class of the facility take turns: else the one counts under the former class, the
-- other does not see that there is anything to move, and the count is wrong for ever. That lock is another one than the turn of
-- two writers of stages: who edits a profile holds it and goes on to the rows of stages, which who submits already holds.
create or replace function tally_stages(was run_stage_summary[], became run_stage_summary[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  main constant text[] := array['hospital', 'small-facility'];
  written constant uuid[] := array(
    select distinct facility_id from unnest(was || became) r where sheet_id = any (main) order by 1);
begin
  if cardinality(was) + cardinality(became) <= 100 then
    perform pg_advisory_xact_lock(hashtextextended(id::text, 23)) from unnest(written) id;
    if cardinality(was) = 0 or cardinality(became) = 0 then
      perform pg_advisory_xact_lock(hashtextextended(id::text, 25)) from unnest(written) id;
    end if;
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

-- As before, with that turn. A list of facilities takes none: whoever begins holds the row of the facility meanwhile.
create or replace function tally_register(was facility[], became facility[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counting_before text := coalesce(current_setting('app.counting', true), '');
  moved constant uuid[] := array(select w.id from unnest(was) w join unnest(became) b on b.id = w.id
    where (w.prefecture, w.type, w.beds) is distinct from (b.prefecture, b.type, b.beds) order by 1);
begin
  if cardinality(moved) <= 100 then
    perform pg_advisory_xact_lock(hashtextextended(id::text, 25)) from unnest(moved) id;
  end if;
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

-- As before, one at a time: two that took the same rows out in another order would wait for each other. Whoever finds
-- another at it leaves it to that one.
create or replace function fold_tallies() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold_tallies', 0)) then return; end if;
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
