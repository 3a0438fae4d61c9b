-- Where patients ask about their information, and how they learn of it.
create table explanation_desk (
  facility_id uuid primary key references facility,
  place text not null check (char_length(place) between 1 and 200),
  in_charge text not null default '' check (char_length(in_charge) <= 200),
  hours text not null default '' check (char_length(hours) <= 200),
  announced text not null default '' check (char_length(announced) <= 500),
  revision integer not null default 1,
  changed_at timestamptz not null default now()
);
alter table explanation_desk enable row level security;
alter table explanation_desk force row level security;
create policy explanation_desk_own on explanation_desk using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy explanation_desk_leaving on explanation_desk to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on explanation_desk for select to current_user using ((select scope_backup()));
grant select, insert, update on explanation_desk to mamori_app;

-- What was asked there, without who asked.
create table enquiry (
  facility_id uuid not null references facility,
  id uuid not null,
  received_on date not null,
  gist text not null check (char_length(gist) between 1 and 500),
  reply text not null default '' check (char_length(reply) <= 1000),
  replied_on date,
  revision integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (facility_id, id)
);
alter table enquiry enable row level security;
alter table enquiry force row level security;
create policy enquiry_own on enquiry using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy enquiry_leaving on enquiry to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on enquiry for select to current_user using ((select scope_backup()));
grant select, insert, update on enquiry to mamori_app;

create index enquiry_in_order on enquiry (facility_id, received_on desc, id desc);

-- What was given to third parties, on what ground, and where it is settled who answers for what.
create table provision (
  facility_id uuid not null references facility,
  id uuid not null,
  provided_on date not null,
  recipient text not null check (char_length(recipient) between 1 and 200),
  content text not null check (char_length(content) between 1 and 500),
  ground text not null check (ground in ('consent', 'law', 'other')),
  ground_note text not null default '' check (char_length(ground_note) <= 500),
  agreement text not null default '' check (char_length(agreement) <= 500),
  revision integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (facility_id, id)
);
alter table provision enable row level security;
alter table provision force row level security;
create policy provision_own on provision using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy provision_leaving on provision to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on provision for select to current_user using ((select scope_backup()));
grant select, insert, update on provision to mamori_app;

create index provision_in_order on provision (facility_id, provided_on desc, id desc);

-- As in 0049, and the desk, what was asked there and what was given to third parties.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary', 'run',
    'evidence', 'task_comment', 'task', 'measure_cost', 'decision', 'decision_request', 'clause_step', 'clause_record',
    'regulation_version', 'regulation', 'explanation_desk', 'enquiry', 'provision', 'facility_profile']
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

-- As in 0049, and the enquiries and provisions somebody wrote down.
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
      union all select 'regulation', v.written_at, jsonb_build_object('title', r.title, 'version', v.number)
        from regulation_version v join regulation r on r.facility_id = v.facility_id and r.id = v.regulation_id
        where v.facility_id = at_facility and v.written_by = of_person
      union all select 'enquiry', q.written_at, jsonb_build_object('received', to_char(q.received_on, 'YYYY-MM-DD'))
        from enquiry q where q.facility_id = at_facility and q.written_by = of_person
      union all select 'provision', p.written_at, jsonb_build_object('provided', to_char(p.provided_on, 'YYYY-MM-DD'), 'recipient', p.recipient)
        from provision p where p.facility_id = at_facility and p.written_by = of_person
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
