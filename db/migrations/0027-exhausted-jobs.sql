-- As in 0020, but a job that will not be tried again waits for nothing, and counts as failed for one more day: an alert that
-- stays on for ever tells nobody anything.
create or replace function operation_counts(at_time timestamptz, out jobs_waiting bigint, out jobs_failed bigint,
  out mail_waiting bigint, out mail_oldest double precision, out seal_lag double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  start xid8;
begin
  select count(*) filter (where live and run_at <= at_time),
      count(*) filter (where last_error is not null and (live or run_at > at_time - interval '1 day'))
    into jobs_waiting, jobs_failed
    from (select j.run_at, j.last_error, j.attempts < j.max_attempts or j.locked_at is not null as live
      from graphile_worker.jobs j) each;
  perform set_config('app.scope', 'mail', true);
  select count(*), coalesce(extract(epoch from at_time - min(m.posted_at)), 0) into mail_waiting, mail_oldest
    from mail m where m.state = 'waiting';
  perform set_config('app.scope', 'seal', true);
  start := coalesce((select s.horizon from activity_seal s order by s.number desc limit 1), '0'::xid8);
  select coalesce(greatest(extract(epoch from at_time - min(u.at)), 0), 0) into seal_lag from (
    select a.at from activity a where a.xid >= start
      and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id)
    union all select s.at from system_event s where s.xid >= start
      and not exists (select from system_event_entry e where e.event_id = s.id)) u;
  perform set_config('app.scope', scope_before, true);
end $$;

-- Jobs that will not be tried again, by the queue's own door; `run_at` is when the next try would have been.
create function sweep_exhausted_jobs(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return (select count(*) from graphile_worker.complete_jobs(array(
    select j.id from graphile_worker.jobs j
      where j.attempts >= j.max_attempts and j.locked_at is null and j.run_at < before order by j.id limit most)));
end $$;
revoke execute on function sweep_exhausted_jobs from public;
grant execute on function sweep_exhausted_jobs to mamori_app;
