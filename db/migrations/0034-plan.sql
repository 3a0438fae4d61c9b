-- What a facility reckons a measure at in its first year, in place of the default of its cost class. Who set it stands in the
-- activity log.
create table measure_cost (
  facility_id uuid not null references facility,
  measure_id text not null check (measure_id ~ '^[A-Z0-9-]{2,20}$'),
  yen bigint not null check (yen between 0 and 999999999999),
  set_at timestamptz not null default now(),
  primary key (facility_id, measure_id)
);
alter table measure_cost enable row level security;
alter table measure_cost force row level security;
create policy measure_cost_own on measure_cost using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy measure_cost_leaving on measure_cost to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on measure_cost for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on measure_cost to mamori_app;

-- What a facility has set itself to do in a fiscal year: a measure of an accepted plan, once a year, or what somebody added.
create table task (
  facility_id uuid not null references facility,
  id uuid not null,
  fiscal_year integer not null,
  measure_id text check (measure_id ~ '^[A-Z0-9-]{2,20}$'),
  title text not null check (title <> ''),
  owner_id uuid references person,
  due_on date not null,
  status text not null check (status in ('todo', 'doing', 'done', 'dropped', 'carried')),
  cost_planned bigint not null check (cost_planned >= 0),
  cost_spent bigint not null default 0 check (cost_spent >= 0),
  person_days numeric(6, 1) not null check (person_days >= 0),
  aim text not null default '',
  measured_by text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (facility_id, id)
);
create unique index task_of_measure on task (facility_id, fiscal_year, measure_id) where measure_id is not null;
create index task_of_year on task (facility_id, fiscal_year, due_on, id);
alter table task enable row level security;
alter table task force row level security;
create policy task_own on task using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy task_leaving on task to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on task for select to current_user using ((select scope_backup()));
grant select, insert, update on task to mamori_app;

-- As in 0024, and what the facility has set for its plans.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'task', 'measure_cost', 'facility_profile']
  loop
    execute format('delete from %I where facility_id = $1', owned) using at_facility;
    get diagnostics gone = row_count;
    if gone > 0 then return 'more'; end if;
  end loop;
  delete from file where facility_id = at_facility and id in (select id from file where facility_id = at_facility limit files);
  if found then return 'more'; end if;
  delete from mail where coalesce(facility_id, organisation_id) = at_facility and facility_id = at_facility;
  insert into activity (facility_id, id, at, person_id, act) values (at_facility, gen_random_uuid(), at_time, announcer, 'leaving.done');
  update facility set opened_at = null, left_at = at_time where id = at_facility;
  update facility_search set opened = false where facility_id = at_facility;
  delete from leaving where facility_id = at_facility;
  return 'done';
end $$;

-- As in 0032, and the tasks somebody has.
create or replace function record_in_facility(at_facility uuid, of_person uuid)
returns table (kind text, at timestamptz, place_id uuid, place text, detail jsonb)
language plpgsql set search_path = public, pg_temp as $$
declare named text;
begin
  perform set_config('app.facility_id', at_facility::text, true);
  select f.name into named from facility f where f.id = at_facility;
  return query
    select r.kind, r.at, at_facility, named, r.detail from (
      select 'member' as kind, m.joined_at as at, jsonb_build_object('roles', array_to_string(m.roles, ' ')) as detail
        from member m where m.facility_id = at_facility and m.person_id = of_person
      union all select 'former-member', m.left_at, '{}'::jsonb
        from former_member m where m.facility_id = at_facility and m.person_id = of_person
      union all select 'supporter', s.first_at, jsonb_build_object('last', seal_time(s.last_at))
        from support_entry s where s.facility_id = at_facility and s.person_id = of_person
      union all select 'access-token', t.made_at, jsonb_build_object('name', t.name, 'scopes', array_to_string(t.scopes, ' '),
          'expires', seal_time(t.expires_at), 'lastUsed', seal_time(t.last_used_at), 'revoked', seal_time(t.revoked_at))
        from access_token t where t.facility_id = at_facility and t.person_id = of_person
      union all select 'invitation-accepted', i.accepted_at, jsonb_build_object('name', i.name)
        from invitation i join activity a on a.facility_id = i.facility_id and a.subject = i.id::text
        where i.facility_id = at_facility and a.person_id = of_person and a.act = 'identity.joined'
      union all select 'assignment', g.assigned_at, jsonb_build_object('run', g.run_id, 'area', g.area_id)
        from assignment g where g.facility_id = at_facility and g.person_id = of_person
      union all select 'task', t.created_at, jsonb_build_object('title', t.title, 'due', to_char(t.due_on, 'YYYY-MM-DD'), 'status', t.status)
        from task t where t.facility_id = at_facility and t.owner_id = of_person
      union all select 'answer', h.answered_at, jsonb_build_object('run', h.run_id, 'item', h.item_id, 'revision', h.revision,
          'origin', h.origin)
        from answer_history h where h.facility_id = at_facility and h.answered_by = of_person
      union all select 'evidence', e.added_at, jsonb_build_object('item', e.item_id, 'name', e.name)
        from evidence e where e.facility_id = at_facility and e.added_by = of_person
      union all select 'act', a.at, jsonb_build_object('act', a.act, 'subject', a.subject)
        from activity a where a.facility_id = at_facility and a.person_id = of_person
    ) r;
  perform set_config('app.facility_id', '', true);
end $$;
