-- The task of the year before that a task goes on with: what was written and proved there is shown with it.
alter table task add column carried_from uuid;
alter table task add foreign key (facility_id, carried_from) references task (facility_id, id);
create unique index task_carried_from on task (facility_id, carried_from) where carried_from is not null;

-- As enqueue_job of 0007, for many jobs at once: one by one, each looks through all that wait.
create function enqueue_jobs(kind text, jobs json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from json_array_elements(jobs) j, json_each(j -> 'payload') p
      where json_typeof(p.value) <> 'string' or (p.value #>> '{}') !~ '^[A-Za-z0-9._-]{1,100}$') then
    raise exception 'the payload of a job carries ids and codes only';
  end if;
  perform graphile_worker.add_jobs(array(
    select (kind, j.payload, null, j."runAt", null, j."onlyOne", null, null)::graphile_worker.job_spec
    from json_to_recordset(jobs) as j (payload json, "onlyOne" text, "runAt" timestamptz)));
end $$;
revoke execute on function enqueue_jobs(text, json) from public;
grant execute on function enqueue_jobs(text, json) to mamori_app;
