-- An open run can go over to a newer version of its sheet. What was answered to items the newer one does not ask stays where it
-- is, marked as `former`: nothing that was answered is ever deleted, and its history hangs on it.
alter table run add column moved_from text;
alter table answer add column former boolean not null default false;
alter table answer_history drop constraint answer_history_origin_check;
alter table answer_history add constraint answer_history_origin_check
  check (origin in ('typed', 'file', 'carried-over', 'self-check', 'proposed', 'bridged'));

-- As in 0002, without what was answered to an earlier version.
create or replace function executive_answers(of_year integer, out respondent bigint, out sheet_version text, out item_id text, out value text)
returns setof record language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.mirror', 'on', true);
  return query
    select dense_rank() over (order by md5(run.id::text || of_year)), run.sheet_version, answer.item_id, answer.value
    from run join answer on answer.facility_id = run.facility_id and answer.run_id = run.id
    where run.facility_id = scope_facility() and run.fiscal_year = of_year and run.sheet_id = 'executive'
      and run.status = 'submitted' and not answer.former;
  perform set_config('app.mirror', '', true);
end $$;
