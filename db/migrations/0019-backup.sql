-- A backup reads every row, as the owner and on a connection of the owner's own. Inside a function that runs for the
-- application session_user stays the application's, whatever settings that one makes: nothing opens from there.
create function scope_backup() returns boolean language sql stable parallel safe as
  $$ select session_user = current_user and scope_is('backup') $$;
revoke execute on function scope_backup() from public;

-- What the scheduled backups did on this installation; no part of a backup itself.
create table backup_run (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  -- A code of ours, never the words of an error.
  failure text check (failure ~ '^[a-z-]{1,40}$'),
  file_name text,
  bytes bigint,
  row_count bigint,
  encrypted boolean,
  copy_state text not null default 'none' check (copy_state in ('none', 'done', 'failed')),
  -- The restore test of this run's file.
  trial_state text check (trial_state in ('passed', 'failed', 'impossible')),
  trial_failure text check (trial_failure ~ '^[a-z-]{1,40}$'),
  trial_at timestamptz,
  check ((state = 'running') = (finished_at is null) and (state = 'failed') = (failure is not null)),
  check ((trial_state is null) = (trial_at is null))
);
create index backup_run_started on backup_run (started_at desc);
alter table backup_run enable row level security;
alter table backup_run force row level security;
create policy backup_run_system on backup_run
  using ((select scope_is('system'))) with check ((select scope_is('system')));

-- Every table of which a backup holds the rows; a later migration does the same for the tables it makes. The others hold
-- what opens a door for a short time, or counts calls: it would be worth nothing but to a thief once it is restored.
do $$
declare wanted text;
begin
  for wanted in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity
      and c.relname not in ('session', 'passkey_challenge', 'sso_attempt', 'reset_link', 'reset_request', 'setup_link',
        'rate_count', 'backup_run')
  loop
    execute format('create policy backup_read on %I for select to current_user using ((select scope_backup()))', wanted);
  end loop;
end $$;

grant select, insert, update on backup_run to mamori_app;
