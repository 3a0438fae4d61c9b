-- As in 0006, but of fewer than ten others nothing is told, not even how many they are: a class is as small as a kind of
-- facility with so many beds, and whoever changes the own type and beds could count every class of the country.
create or replace function class_standing(
  of_facility uuid, of_sheet text, of_year integer, of_type text, of_bed_class text, of_score double precision,
  out others integer, out lower integer, out ties integer,
  out quartile_1 double precision, out median double precision, out quartile_3 double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
declare billionths constant double precision := round(of_score * 1e9);
begin
  perform set_config('app.standing', 'on', true);
  select count(*), count(*) filter (where round(score * 1e9) < billionths),
      count(*) filter (where round(score * 1e9) = billionths),
      percentile_cont(0.25) within group (order by score), percentile_cont(0.5) within group (order by score),
      percentile_cont(0.75) within group (order by score)
    into others, lower, ties, quartile_1, median, quartile_3
    from assessment_summary
    where sheet_id = of_sheet and fiscal_year = of_year and facility_type = of_type and bed_class = of_bed_class
      and score is not null and facility_id <> of_facility;
  perform set_config('app.standing', '', true);
  if others < 10 then
    others := null; lower := null; ties := null;
    quartile_1 := null; median := null; quartile_3 := null;
  end if;
end $$;
