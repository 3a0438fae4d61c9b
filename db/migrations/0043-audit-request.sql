-- What the auditors ask somebody of the facility for, and the answer.
create table audit_request (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  item_id text,
  wanted text not null check (wanted <> '' and length(wanted) <= 500),
  of_id uuid not null references person,
  due_on date not null,
  asked_at timestamptz not null,
  reply text not null default '' check (length(reply) <= 1000),
  replied_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create index audit_request_of_audit on audit_request (facility_id, audit_id, due_on);
alter table audit_request enable row level security;
alter table audit_request force row level security;
create policy audit_request_own on audit_request using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_request_leaving on audit_request to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_request for select to current_user using ((select scope_backup()));
grant select, insert, update on audit_request to mamori_app;

-- What was asked and said in an interview: working papers that the team alone ever sees.
create table audit_interview (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  with_whom text not null check (with_whom <> '' and length(with_whom) <= 100),
  held_on date not null,
  said text not null check (said <> '' and length(said) <= 4000),
  noted_at timestamptz not null,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create index audit_interview_of_audit on audit_interview (facility_id, audit_id, held_on);
alter table audit_interview enable row level security;
alter table audit_interview force row level security;
create policy audit_interview_own on audit_interview
  using (facility_id = (select scope_facility()) and exists (select 1 from audit_member m
    where m.facility_id = audit_interview.facility_id and m.audit_id = audit_interview.audit_id
      and m.person_id = (select scope_person())))
  with check (facility_id = (select scope_facility()));
create policy audit_interview_leaving on audit_interview to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_interview for select to current_user using ((select scope_backup()));
grant select, insert on audit_interview to mamori_app;

-- As in 0042, and what auditors asked for and noted.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'audit_interview', 'audit_request', 'established_value', 'audit_finding', 'audit_member', 'audit',
    'evidence', 'task_comment', 'task', 'measure_cost', 'decision',
    'decision_request', 'clause_step', 'clause_record', 'facility_profile']
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

-- As in 0042, and what somebody is asked for.
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
      union all select 'audit-member', coalesce(u.begun_at, u.planned_at), jsonb_build_object('title', u.title, 'lead', w.lead)
        from audit_member w join audit u on u.facility_id = w.facility_id and u.id = w.audit_id
        where w.facility_id = at_facility and w.person_id = of_person
      union all select 'audit-finding', u.reported_at, jsonb_build_object('audit', u.title, 'item', f.item_id,
          'due', to_char(f.due_on, 'YYYY-MM-DD'), 'state', f.state)
        from audit_finding f join audit u on u.facility_id = f.facility_id and u.id = f.audit_id
        where f.facility_id = at_facility and f.owner_id = of_person
      union all select 'audit-request', q.asked_at, jsonb_build_object('audit', u.title, 'wanted', q.wanted,
          'due', to_char(q.due_on, 'YYYY-MM-DD'))
        from audit_request q join audit u on u.facility_id = q.facility_id and u.id = q.audit_id
        where q.facility_id = at_facility and q.of_id = of_person
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
