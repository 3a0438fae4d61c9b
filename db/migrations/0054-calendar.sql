-- By which a calendar program reads what is due to one person at one facility. Only the hash of its secret is kept; a new link
-- takes the place of the one before.
create table calendar_link (
  facility_id uuid not null references facility,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  primary key (facility_id, person_id)
);
alter table calendar_link enable row level security;
alter table calendar_link force row level security;
create policy calendar_link_own on calendar_link
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy calendar_link_opened on calendar_link for select to current_user using ((select scope_is('sign-in')));
create policy calendar_link_leaving on calendar_link to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on calendar_link for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on calendar_link to mamori_app;

-- Whose calendar a secret opens, and at which facility; whether that person still belongs there is asked on entering it.
create function find_calendar(wanted bytea, out at_facility uuid, out of_person uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  select facility_id, person_id into at_facility, of_person from calendar_link where token_hash = wanted;
  perform set_config('app.scope', '', true);
end $$;
revoke execute on function find_calendar(bytea) from public;
grant execute on function find_calendar(bytea) to mamori_app;

-- As in 0009, and the calendar: none comes back with a later membership.
create or replace function revoke_tokens_of_member() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  update access_token set revoked_at = now()
    where facility_id = old.facility_id and person_id = old.person_id and revoked_at is null;
  delete from calendar_link where facility_id = old.facility_id and person_id = old.person_id;
  return old;
end $$;

-- As in 0053, and the links of calendars.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'task_comment', 'task', 'measure_cost', 'decision', 'decision_request', 'clause_step', 'clause_record', 'year_day', 'calendar_link',
    'facility_profile']
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

-- As in 0038, and the link of the person's calendar.
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
      union all select 'clause', c.changed_at, jsonb_build_object('clause', c.clause_id, 'due', to_char(c.due_on, 'YYYY-MM-DD'))
        from clause_record c where c.facility_id = at_facility and c.owner_id = of_person
      union all select 'calendar-link', k.made_at, '{}'::jsonb
        from calendar_link k where k.facility_id = at_facility and k.person_id = of_person
      union all select 'task-comment', c.written_at, jsonb_build_object('task', c.task_id, 'body', c.body, 'removed', seal_time(c.removed_at))
        from task_comment c where c.facility_id = at_facility and c.written_by = of_person
      union all select 'answer', h.answered_at, jsonb_build_object('run', h.run_id, 'item', h.item_id, 'revision', h.revision,
          'origin', h.origin)
        from answer_history h where h.facility_id = at_facility and h.answered_by = of_person
      union all select 'evidence', e.added_at, jsonb_build_object('item', e.item_id, 'task', e.task_id, 'name', e.name)
        from evidence e where e.facility_id = at_facility and e.added_by = of_person
      union all select 'act', a.at, jsonb_build_object('act', a.act, 'subject', a.subject)
        from activity a where a.facility_id = at_facility and a.person_id = of_person
    ) r;
  perform set_config('app.facility_id', '', true);
end $$;
