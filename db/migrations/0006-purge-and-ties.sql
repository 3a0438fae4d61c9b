-- Evidence taken away more than 30 days ago is deleted for good, in its facility's own transaction.
create index evidence_removed on evidence (facility_id, removed_at) where removed_at is not null;
create index evidence_file on evidence (facility_id, file_id);
grant delete on evidence to mamori_app;

-- As in 0004, but scores that agree to a billionth are the same: a score is a sum of fractions, and its last digits depend
-- on the order of the areas.
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
  if others < 10 then quartile_1 := null; median := null; quartile_3 := null; end if;
end $$;
