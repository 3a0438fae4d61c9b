-- The systems in the scope of an audit by their names, one each. Until now people wrote them in one line, `systems`, which stays as it
-- was written and is read no more.
alter table audit add column system_names text[] not null default '{}' check (cardinality(system_names) <= 250);
alter table audit no force row level security;
update audit set system_names =
  array_remove(regexp_split_to_array(btrim(systems, E' \t\r\n　'), E'[ 　]*[、，,;；\r\n]+[ 　]*'), '');
alter table audit force row level security;
alter table audit drop constraint audit_sheet_id_check;
alter table audit add check (sheet_id in ('hospital', 'small-facility', 'network-level'));

-- The items the clauses of an audit brought into its check sheet, in areas that are not in scope as a whole; null before it begins.
-- They stand with the run too, which the team alone reads. To audits under way clauses bring nothing.
alter table audit add column drawn_items text[];
alter table audit no force row level security;
update audit set drawn_items = '{}' where begun_at is not null;
alter table audit force row level security;
alter table audit add check ((drawn_items is null) = (begun_at is null));
alter table run add column scope_items text[] check (scope_items is null or purpose = 'audit');

-- The system of the scope that something was asked or heard of; empty where it is about none.
alter table audit_request add column system text not null default '' check (length(system) <= 100);
alter table audit_interview add column system text not null default '' check (length(system) <= 100);

-- The systems that what was concluded at an item concerns. A working paper of the team until the audit is reported.
create table audit_concern (
  facility_id uuid not null,
  audit_id uuid not null,
  item_id text not null,
  systems text[] not null check (cardinality(systems) <= 30),
  primary key (facility_id, audit_id, item_id),
  foreign key (facility_id, audit_id) references audit (facility_id, id)
);
alter table audit_concern enable row level security;
alter table audit_concern force row level security;
create policy audit_concern_own on audit_concern
  using (facility_id = (select scope_facility())
    and (exists (select 1 from audit_member m where m.facility_id = audit_concern.facility_id
        and m.audit_id = audit_concern.audit_id and m.person_id = (select scope_person()))
      or exists (select 1 from audit a where a.facility_id = audit_concern.facility_id
        and a.id = audit_concern.audit_id and a.reported_at is not null)))
  with check (facility_id = (select scope_facility()));
create policy audit_concern_not_supported on audit_concern as restrictive using ((select scope_agreement()) is null);
create policy audit_concern_leaving on audit_concern to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audit_concern for select to current_user using ((select scope_backup()));
grant select, insert, update on audit_concern to mamori_app;

-- As in 0063, and who had a clause.
drop index activity_of_ties;
create index activity_of_ties on activity (facility_id, at) where act in ('identity.joined-by-sso', 'identity.roles-changed',
  'identity.roles-by-sso', 'identity.member-removed', 'sheet.assigned', 'task.edited', 'risk.edited', 'risk.treated',
  'risk.treatment-removed', 'audit.correction-planned', 'compliance.clause-edited');

-- How far the last audit reported was from what the facility claimed: items compared, and the mean of claimed minus audited in points of 0–3.
create table audited_summary (
  facility_id uuid primary key references facility,
  reported_at timestamptz not null,
  compared integer not null check (compared > 0),
  difference double precision not null
);
alter table audited_summary enable row level security;
alter table audited_summary force row level security;
create policy audited_summary_own on audited_summary
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy audited_summary_counted on audited_summary for select to current_user
  using ((select coalesce(current_setting('app.counting', true), '') = 'on'));
create policy audited_summary_leaving on audited_summary to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on audited_summary for select to current_user using ((select scope_backup()));
grant select, insert, update on audited_summary to mamori_app;

-- Of the members that let their score be seen: how many were audited since a day, and how far their claims were from it, never whose.
create function audited_members(since timestamptz, out facilities integer, out difference double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.counting', 'on', true);
  select count(*), avg(s.difference) into facilities, difference
    from audited_summary s join organisation_facility o on o.facility_id = s.facility_id
    where o.organisation_id = scope_organisation() and o.confirmed_at is not null and o.shows = 'score' and s.reported_at >= since;
  perform set_config('app.counting', '', true);
end $$;
revoke execute on function audited_members(timestamptz) from public;
grant execute on function audited_members(timestamptz) to mamori_app;

-- What was audited already; forced row security binds the owner too, so it is lifted for this statement.
alter table audit no force row level security;
alter table established_value no force row level security;
alter table audited_summary no force row level security;
insert into audited_summary (facility_id, reported_at, compared, difference)
select distinct on (facility_id) facility_id, reported_at, compared, difference from (
  select a.facility_id, a.id, a.reported_at, count(*)::int as compared,
      avg(case v.claimed when 'unknown' then 0 else v.claimed::int end - case v.value when 'unknown' then 0 else v.value::int end) as difference
    from audit a join established_value v on v.facility_id = a.facility_id and v.source_id = a.id
    where a.reported_at is not null and v.kind = 'audited'
      and v.claimed in ('0', '1', '2', '3', 'unknown') and v.value in ('0', '1', '2', '3', 'unknown')
    group by a.facility_id, a.id, a.reported_at) one
  order by facility_id, reported_at desc;
alter table audit force row level security;
alter table established_value force row level security;
alter table audited_summary force row level security;

-- As in 0063, and what the systems of audits concern and how far audits were from the claims.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'run', 'audit_interview', 'audit_request', 'audit_team_change',
    'audit_concern', 'audited_summary', 'established_value', 'audit_finding', 'audit_member',
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
