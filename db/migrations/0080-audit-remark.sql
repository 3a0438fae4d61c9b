-- What the team of an audit under way records where no item of its check sheet speaks of it: at a clause or at a system of its scope.
-- A working paper of the team until the audit is reported; then each becomes a finding.
create table audit_remark (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  clause_id text check (length(clause_id) between 1 and 20),
  system text check (length(system) between 1 and 100),
  conclusion text not null check (conclusion in ('minor', 'major', 'observation', 'good-practice')),
  statement text not null check (statement <> '' and length(statement) <= 2000),
  written_by uuid not null references person,
  written_at timestamptz not null,
  revision integer not null default 1,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id),
  check (num_nonnulls(clause_id, system) = 1)
);
create index audit_remark_of_audit on audit_remark (facility_id, audit_id, id);
alter table audit_remark enable row level security;
alter table audit_remark force row level security;
create policy audit_remark_own on audit_remark
  using (facility_id = (select scope_facility())
    and (exists (select 1 from audit_member m where m.facility_id = audit_remark.facility_id
        and m.audit_id = audit_remark.audit_id and m.person_id = (select scope_person()))
      or exists (select 1 from audit a where a.facility_id = audit_remark.facility_id
        and a.id = audit_remark.audit_id and a.reported_at is not null)))
  with check (facility_id = (select scope_facility()));
create policy audit_remark_not_supported on audit_remark as restrictive using ((select scope_agreement()) is null);
create policy audit_remark_leaving on audit_remark to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_remark for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on audit_remark to mamori_app;

-- A finding stands at an item, a clause or a system; at an item there is one, since that has one conclusion.
alter table audit_finding alter column item_id drop not null;
alter table audit_finding add column clause_id text;
alter table audit_finding add column system text;
alter table audit_finding add constraint audit_finding_place_check check (num_nonnulls(item_id, clause_id, system) = 1);

-- As in 0077, and what was recorded at clauses and systems.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'plan_acceptance', 'run', 'audit_interview', 'audit_request', 'audit_team_change',
    'audit_concern', 'audit_remark', 'audited_summary', 'established_value', 'audit_finding', 'audit_member',
    'audit', 'vendor_system', 'evidence', 'risk_treatment', 'risk', 'risk_passed', 'risk_criteria', 'task_comment', 'task',
    'measure_cost', 'plan_wish', 'decision', 'decision_request', 'clause_step', 'clause_record', 'regulation_version', 'regulation',
    'explanation_desk', 'enquiry', 'provision', 'year_day', 'calendar_link',
    'webhook_delivery', 'webhook', 'facility_profile']
  loop
    execute format('delete from %I where facility_id = $1', owned) using at_facility;
    get diagnostics gone = row_count;
    if gone > 0 then return 'more'; end if;
  end loop;
  delete from file where facility_id = at_facility and id in (select id from file where facility_id = at_facility limit files);
  if found then return 'more'; end if;
  delete from mail where coalesce(facility_id, organisation_id) = at_facility and facility_id = at_facility;
  insert into activity (facility_id, id, at, person_id, act) values (at_facility, gen_random_uuid(), at_time, announcer, 'leaving.done');
  update person set name = '削除された人', erased_at = at_time where contact_of = at_facility and erased_at is null;
  update facility set opened_at = null, left_at = at_time where id = at_facility;
  update facility_search set opened = false where facility_id = at_facility;
  delete from leaving where facility_id = at_facility;
  return 'done';
end $$;

-- As in 0059, and where a finding stands that is at no item.
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
      union all select 'audit-finding', u.reported_at, jsonb_build_object('audit', u.title, 'item', coalesce(f.item_id, f.clause_id, f.system),
          'due', to_char(f.due_on, 'YYYY-MM-DD'), 'state', f.state)
        from audit_finding f join audit u on u.facility_id = f.facility_id and u.id = f.audit_id
        where f.facility_id = at_facility and f.owner_id = of_person
      union all select 'audit-request', q.asked_at, jsonb_build_object('audit', u.title, 'wanted', q.wanted,
          'due', to_char(q.due_on, 'YYYY-MM-DD'))
        from audit_request q join audit u on u.facility_id = q.facility_id and u.id = q.audit_id
        where q.facility_id = at_facility and q.of_id = of_person
      union all select 'risk', k.changed_at, jsonb_build_object('number', k.number, 'title', k.title)
        from risk k where k.facility_id = at_facility and k.owner_id = of_person
      union all select 'risk-treatment', x.changed_at, jsonb_build_object('risk', x.risk_id, 'what', x.what,
          'due', to_char(x.due_on, 'YYYY-MM-DD'))
        from risk_treatment x where x.facility_id = at_facility and x.owner_id = of_person
      union all select 'regulation', v.written_at, jsonb_build_object('title', r.title, 'version', v.number)
        from regulation_version v join regulation r on r.facility_id = v.facility_id and r.id = v.regulation_id
        where v.facility_id = at_facility and v.written_by = of_person
      union all select 'enquiry', q.written_at, jsonb_build_object('received', to_char(q.received_on, 'YYYY-MM-DD'))
        from enquiry q where q.facility_id = at_facility and q.written_by = of_person
      union all select 'provision', p.written_at, jsonb_build_object('provided', to_char(p.provided_on, 'YYYY-MM-DD'), 'recipient', p.recipient)
        from provision p where p.facility_id = at_facility and p.written_by = of_person
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
