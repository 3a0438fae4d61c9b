-- An audit: what it is about, when, and by which sheet. Its check sheet is a run that names it.
create table audit (
  facility_id uuid not null references facility,
  id uuid not null,
  kind text not null check (kind in ('internal', 'external')),
  fiscal_year smallint not null check (fiscal_year between 2000 and 2999),
  title text not null check (title <> '' and length(title) <= 100),
  sheet_id text not null check (sheet_id in ('hospital', 'small-facility')),
  planned_from date not null,
  planned_to date not null check (planned_to >= planned_from),
  areas text[] not null check (cardinality(areas) between 1 and 40),
  clauses text[] not null default '{}' check (cardinality(clauses) <= 100),
  systems text not null default '' check (length(systems) <= 500),
  planned_at timestamptz not null,
  run_id uuid,
  begun_at timestamptz,
  reported_at timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  check ((run_id is null) = (begun_at is null)),
  check (reported_at is null or begun_at is not null)
);
create index audit_of_year on audit (facility_id, fiscal_year desc, planned_from desc, id);
alter table audit enable row level security;
alter table audit force row level security;
create policy audit_own on audit using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_leaving on audit to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit for select to current_user using ((select scope_backup()));
grant select, insert, update on audit to mamori_app;

-- Who audits, and which areas of it; one of them leads.
create table audit_member (
  facility_id uuid not null,
  audit_id uuid not null,
  person_id uuid not null references person,
  lead boolean not null,
  areas text[] not null default '{}' check (cardinality(areas) <= 40),
  primary key (facility_id, audit_id, person_id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create unique index audit_lead on audit_member (facility_id, audit_id) where lead;
alter table audit_member enable row level security;
alter table audit_member force row level security;
create policy audit_member_own on audit_member using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_member_leaving on audit_member to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_member for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on audit_member to mamori_app;

-- The run that is the check sheet of an audit belongs to it. Until it is reported only the team sees it.
alter table run add column audit_id uuid generated always as (case when purpose = 'audit' then subject_id end) stored;
alter table run add foreign key (facility_id, audit_id) references audit (facility_id, id);
-- Of an audit: the areas in its scope. Items of others are set aside.
alter table run add column scope_areas text[] check ((scope_areas is not null) = (purpose = 'audit'));
drop policy run_own on run;
create policy run_own on run
  using (facility_id = (select scope_facility()) and (executive_id is null or executive_id = (select scope_person()))
    and (purpose <> 'audit' or status = 'submitted' or exists (select 1 from audit_member m
      where m.facility_id = run.facility_id and m.audit_id = run.subject_id and m.person_id = (select scope_person()))))
  with check (facility_id = (select scope_facility()) and (executive_id is null or executive_id = (select scope_person())));
-- A supporter helps with what the facility answers for itself.
drop policy run_not_private on run;
create policy run_not_private on run as restrictive
  using ((select scope_agreement()) is null or (executive_id is null and purpose <> 'audit'));
-- Who has which area of an audit is known to all who may read audits, its answers are not.
create policy assignment_audit on assignment
  using (facility_id = (select scope_facility()) and exists (select 1 from audit
    where audit.facility_id = assignment.facility_id and audit.run_id = assignment.run_id))
  with check (facility_id = (select scope_facility()));

-- What the auditor concludes at an item. It belongs to the answer, so it stands with it and in its history; empty elsewhere.
alter table answer add column conclusion text
  check (conclusion in ('conformity', 'minor', 'major', 'observation', 'good-practice'));
alter table answer add check (conclusion is null or value is not null);
alter table answer_history add column conclusion text;

-- As in 0038, and audits.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'audit_member', 'audit', 'evidence', 'task_comment', 'task', 'measure_cost', 'decision', 'decision_request', 'clause_step',
    'clause_record', 'facility_profile']
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

-- As in 0038, and the audits somebody takes part in.
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
