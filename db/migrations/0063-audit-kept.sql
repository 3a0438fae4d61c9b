-- Who said that a finding was put right, and who answered a request: another person looks at it, or is asked about it.
alter table audit_finding add column corrected_by uuid references person;
alter table audit_request add column replied_by uuid references person;
-- What the facility claimed of itself when the audit began: {"fiscalYear", "submittedAt", "answers": [{"itemId", "value", "note"}]}.
alter table audit add column claims jsonb;

-- A change of those who audit, once the audit has begun: who had which areas before and after it, and why. Never changed.
create table audit_team_change (
  facility_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  reason text not null check (reason <> '' and length(reason) <= 400),
  former jsonb not null,
  present jsonb not null,
  primary key (facility_id, id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
create index audit_team_change_of_audit on audit_team_change (facility_id, audit_id, changed_at);
alter table audit_team_change enable row level security;
alter table audit_team_change force row level security;
create policy audit_team_change_own on audit_team_change using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy audit_team_change_not_supported on audit_team_change as restrictive using ((select scope_agreement()) is null);
create policy audit_team_change_leaving on audit_team_change to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_team_change for select to current_user using ((select scope_backup()));
grant select, insert on audit_team_change to mamori_app;

-- What people were and had within two years, found without reading the log: roles, areas, tasks, risks, corrections.
create index activity_of_ties on activity (facility_id, at) where act in ('identity.joined-by-sso', 'identity.roles-changed',
  'identity.roles-by-sso', 'identity.member-removed', 'sheet.assigned', 'task.edited', 'risk.edited', 'risk.treated',
  'risk.treatment-removed', 'audit.correction-planned');
create index audit_finding_open on audit_finding (facility_id, due_on, id) where state = 'open';
create index audit_finding_unsettled on audit_finding (facility_id, conclusion, due_on, id) where state in ('open', 'corrected');
create index evidence_of_person on evidence (facility_id, added_by, added_at);

-- What stands. The log says who corrected and answered; a finding nobody gave a day gets the one it would have from the beginning,
-- and goes before the executives after it.
alter table activity no force row level security;
alter table audit no force row level security;
alter table audit_member no force row level security;
alter table audit_finding no force row level security;
alter table audit_request no force row level security;
alter table run no force row level security;
alter table answer no force row level security;
update audit_finding f set corrected_by = (select a.person_id from activity a join person p on p.id = a.person_id
    where a.facility_id = f.facility_id and a.act = 'audit.corrected' and a.subject = f.id::text order by a.at desc limit 1)
  where f.corrected_at is not null;
update audit_request q set replied_by = (select a.person_id from activity a join person p on p.id = a.person_id
    where a.facility_id = q.facility_id and a.act = 'audit.replied' and a.subject = q.id::text order by a.at desc limit 1)
  where q.replied_at is not null;
update audit u set claims = (
    select jsonb_build_object('fiscalYear', r.fiscal_year, 'submittedAt', to_jsonb(r.submitted_at), 'answers',
        coalesce((select jsonb_agg(jsonb_build_object('itemId', w.item_id, 'value', w.value, 'note', w.note) order by w.item_id)
          from answer w where w.facility_id = r.facility_id and w.run_id = r.id and w.value is not null and not w.former), '[]'))
      from run r where r.facility_id = u.facility_id and r.sheet_id = u.sheet_id and r.purpose = 'own' and r.status = 'submitted'
      order by r.fiscal_year desc, r.submitted_at desc limit 1)
  where u.begun_at is not null;
with undated as (
  update audit_finding f
    set due_on = (now() at time zone 'Asia/Tokyo')::date + case f.conclusion when 'major' then 30 else 90 end
    where f.state <> 'noted' and f.due_on is null returning f.facility_id, f.id, f.audit_id, f.due_on
)
select enqueue_job('audit.correction-due', json_build_object('facilityId', f.facility_id, 'findingId', f.id, 'leadId', m.person_id,
    'dueOn', to_char(f.due_on, 'YYYY-MM-DD')), 'audit.correction-due ' || f.facility_id || ' ' || f.id,
    (f.due_on + 1)::timestamp at time zone 'Asia/Tokyo')
  from undated f join audit_member m on m.facility_id = f.facility_id and m.audit_id = f.audit_id and m.lead;
alter table activity force row level security;
alter table audit force row level security;
alter table audit_member force row level security;
alter table audit_finding force row level security;
alter table audit_request force row level security;
alter table run force row level security;
alter table answer force row level security;
alter table audit_finding add check (state = 'noted' or due_on is not null);

-- As in 0060, and the changes of those who audit.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'run', 'audit_interview', 'audit_request', 'audit_team_change', 'established_value', 'audit_finding', 'audit_member',
    'audit', 'vendor_system', 'evidence', 'risk_treatment', 'risk', 'risk_passed', 'risk_criteria', 'task_comment', 'task',
    'measure_cost', 'decision', 'decision_request', 'clause_step', 'clause_record', 'regulation_version', 'regulation',
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
