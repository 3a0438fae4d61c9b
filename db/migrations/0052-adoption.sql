-- The version of each sheet that new runs begin with, each time it was decided: the newest place counts. Who decided stands in
-- system_event. It is content for everybody, written by the system administrator only; nothing is ever changed or deleted.
create table sheet_adoption (
  sheet_id text not null check (sheet_id ~ '^[a-z-]+$'),
  place integer not null check (place > 0),
  version text not null check (length(version) between 1 and 20),
  adopted_at timestamptz not null default now(),
  primary key (sheet_id, place)
);
alter table sheet_adoption enable row level security;
alter table sheet_adoption force row level security;
create policy sheet_adoption_read on sheet_adoption for select using (true);
create policy sheet_adoption_written on sheet_adoption for insert with check ((select scope_is('system')));
grant select, insert on sheet_adoption to mamori_app;

-- How many open runs of a sheet in a year stand at which version: numbers only, nobody's rows.
create index run_open_version on run (sheet_id, fiscal_year, sheet_version) where status = 'open';
create policy run_counted on run for select to current_user
  using ((select coalesce(current_setting('app.counting', true), '') = 'on'));
create function open_runs_by_version(of_sheet text, of_year integer, out version text, out runs integer, out facilities integer)
returns setof record language plpgsql security definer set search_path = public, pg_temp as $$
declare counting_before text := coalesce(current_setting('app.counting', true), '');
begin
  perform set_config('app.counting', 'on', true);
  return query select sheet_version, count(*)::integer, count(distinct facility_id)::integer from run
    where sheet_id = of_sheet and fiscal_year = of_year and status = 'open' group by 1;
  perform set_config('app.counting', counting_before, true);
end $$;
revoke execute on function open_runs_by_version(text, integer) from public;
grant execute on function open_runs_by_version(text, integer) to mamori_app;

-- Versions published for this installation, beside those that come with the product: the sheet as it is, the bridge that leads to
-- it, and the hash by which a change would be seen. Content for everybody; nothing is ever changed or deleted.
create table installed_sheet (
  sheet_id text not null check (sheet_id ~ '^[a-z-]+$'),
  version text not null check (length(version) between 1 and 20),
  sheet jsonb not null,
  bridge jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (sheet_id, version)
);
alter table installed_sheet enable row level security;
alter table installed_sheet force row level security;
create policy installed_sheet_read on installed_sheet for select using (true);
create policy installed_sheet_written on installed_sheet for insert with check ((select scope_is('system')));
grant select, insert on installed_sheet to mamori_app;
create policy backup_read on sheet_adoption for select to current_user using ((select scope_backup()));
create policy backup_read on installed_sheet for select to current_user using ((select scope_backup()));
