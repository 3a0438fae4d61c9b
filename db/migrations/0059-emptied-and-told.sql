-- As in 0038, and everything a facility has had since then, so that what it leaves behind stands in one list.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'run', 'audit_interview', 'audit_request', 'established_value', 'audit_finding', 'audit_member',
    'audit', 'vendor_system', 'evidence', 'risk_treatment', 'risk', 'risk_passed', 'risk_criteria', 'task_comment', 'task',
    'measure_cost', 'decision', 'decision_request', 'clause_step', 'clause_record', 'regulation_version', 'regulation',
    'explanation_desk', 'enquiry', 'provision', 'year_day', 'calendar_link', 'facility_profile']
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

-- As in 0038, and what has come to be kept about a person since then.
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
