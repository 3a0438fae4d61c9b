-- Programs elsewhere that a facility tells what happens. The secret they check signatures with is kept sealed, and the one before it
-- for a day after it was replaced. `acts`: the acts of the activity log it is told of. `paused_why`: by a person, because the receiver
-- said that it is gone, or because nothing arrived for days. `rests_until`: it let us wait in vain a short while ago.
create table webhook (
  facility_id uuid not null references facility,
  id uuid not null,
  title text not null check (title <> '' and length(title) <= 100),
  address text not null check (length(address) <= 500),
  acts text[] not null check (cardinality(acts) > 0),
  secret bytea not null,
  former_secret bytea,
  former_until timestamptz,
  made_at timestamptz not null,
  paused_at timestamptz,
  paused_why text check (paused_why in ('asked', 'gone', 'undelivered')),
  failing_since timestamptz,
  rests_until timestamptz,
  revision integer not null default 1,
  primary key (facility_id, id),
  check ((former_secret is null) = (former_until is null)),
  check ((paused_at is null) = (paused_why is null))
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy webhook_own on webhook
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy webhook_sending on webhook to mamori_app
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy webhook_telling on webhook for select to current_user using ((select scope_is('webhook')));
create policy webhook_leaving on webhook to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on webhook for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on webhook to mamori_app;

-- What a receiver is told of one act: ids alone. `status`: what it answered last; `fault`: why it answered nothing of use.
create table webhook_delivery (
  facility_id uuid not null references facility,
  id uuid not null,
  webhook_id uuid not null,
  act_id uuid not null,
  act text not null,
  subject text,
  occurred_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'withheld')),
  attempts integer not null default 0,
  status integer,
  fault text check (fault ~ '^[a-z-]{1,40}$'),
  tried_at timestamptz,
  primary key (facility_id, id),
  foreign key (facility_id, webhook_id) references webhook (facility_id, id) on delete cascade
);
create index webhook_delivery_newest on webhook_delivery (facility_id, webhook_id, occurred_at desc, id desc);
create index webhook_delivery_occurred on webhook_delivery (occurred_at);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy webhook_delivery_own on webhook_delivery
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy webhook_delivery_sending on webhook_delivery to mamori_app
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy webhook_delivery_telling on webhook_delivery for insert to current_user with check ((select scope_is('webhook')));
create policy webhook_delivery_sweep on webhook_delivery to current_user using ((select scope_is('sweep')));
create policy webhook_delivery_leaving on webhook_delivery to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on webhook_delivery for select to current_user using ((select scope_backup()));
grant select, insert, update on webhook_delivery to mamori_app;

-- Whatever is to be told waits for a job, in the queue of its receiver, so that each is told one thing at a time; behind letters.
create function ask_to_deliver() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job('webhook.deliver', json_build_object('facilityId', new.facility_id, 'deliveryId', new.id),
    queue_name := 'webhook ' || new.webhook_id, priority := 10);
  return null;
end $$;
create trigger webhook_delivery_waits after insert on webhook_delivery for each row
  when (new.state = 'waiting') execute function ask_to_deliver();
create trigger webhook_delivery_waits_again after update of state on webhook_delivery for each row
  when (new.state = 'waiting' and old.state <> 'waiting') execute function ask_to_deliver();

-- Whoever records an act tells the receivers of it in the same statement, wherever the act comes from. A saved answer is told to
-- nobody: it is the one act of which there are very many.
create function tell_receivers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'webhook', true);
  insert into webhook_delivery (facility_id, id, webhook_id, act_id, act, subject, occurred_at)
    select new.facility_id, gen_random_uuid(), w.id, new.id, new.act, new.subject, new.at from webhook w
    where w.facility_id = new.facility_id and w.paused_at is null and new.act = any (w.acts);
  perform set_config('app.scope', scope_before, true);
  return null;
end $$;
create trigger activity_told after insert on activity for each row
  when (new.act <> 'sheet.answered') execute function tell_receivers();

-- The administrators of a facility, for a job that has a letter to them.
create function administrators_of(wanted uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.facility_id', wanted::text, true);
  return query select m.person_id from member m
    where m.facility_id = wanted and 'facility-administrator' = any (m.roles) order by m.person_id;
  perform set_config('app.facility_id', '', true);
end $$;
revoke execute on function ask_to_deliver(), tell_receivers(), administrators_of(uuid) from public;
grant execute on function administrators_of(uuid) to mamori_app;

-- As in 0020, and what receivers were told.
create or replace function sweep_kept(of_kind text, before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); gone integer;
begin
  perform set_config('app.scope', 'sweep', true);
  case of_kind
    when 'session' then delete from session where ctid in (
      select ctid from session where expires_at < before limit most for update skip locked);
    when 'invitation' then delete from invitation where ctid in (
      select ctid from invitation where expires_at < before limit most for update skip locked);
    when 'organisation-invitation' then delete from organisation_invitation where ctid in (
      select ctid from organisation_invitation where expires_at < before limit most for update skip locked);
    when 'access-token' then delete from access_token where ctid in (
      select ctid from access_token where least(expires_at, revoked_at) < before limit most for update skip locked);
    when 'reset-link' then delete from reset_link where ctid in (
      select ctid from reset_link where expires_at < before limit most for update skip locked);
    when 'setup-link' then delete from setup_link where ctid in (
      select ctid from setup_link where expires_at < before limit most for update skip locked);
    when 'mail' then delete from mail where ctid in (
      select ctid from mail where posted_at < before limit most for update skip locked);
    when 'reset-request' then delete from reset_request where ctid in (
      select ctid from reset_request where asked_at < before limit most for update skip locked);
    when 'passkey-challenge' then delete from passkey_challenge where ctid in (
      select ctid from passkey_challenge where expires_at < before limit most for update skip locked);
    when 'sso-attempt' then delete from sso_attempt where ctid in (
      select ctid from sso_attempt where expires_at < before limit most for update skip locked);
    when 'rate-count' then delete from rate_count where ctid in (
      select ctid from rate_count where paid_until < before limit most for update skip locked);
    when 'register-import' then delete from register_import where ctid in (
      select ctid from register_import where finished_at < before and state <> 'running' limit most for update skip locked);
    when 'webhook-delivery' then delete from webhook_delivery where ctid in (
      select ctid from webhook_delivery where occurred_at < before limit most for update skip locked);
    when 'removed-evidence' then
      with old as (
        delete from evidence where ctid in (
          select ctid from evidence where removed_at < before limit most for update skip locked) returning facility_id, id, file_id
      ), unused as (
        delete from file f using old where f.facility_id = old.facility_id and f.id = old.file_id and not exists (
          select from evidence e where e.facility_id = f.facility_id and e.file_id = f.id
            and not exists (select from old o where o.facility_id = e.facility_id and o.id = e.id))
      ) select count(*) into gone from old;
    else raise exception 'no rule sweeps %', of_kind;
  end case;
  if of_kind <> 'removed-evidence' then get diagnostics gone = row_count; end if;
  perform set_config('app.scope', scope_before, true);
  return gone;
end $$;

-- As in 0027, but a receiver somewhere that is down is no failure of ours: its facility sees it, and is told when it lasts.
create or replace function operation_counts(at_time timestamptz, out jobs_waiting bigint, out jobs_failed bigint,
  out mail_waiting bigint, out mail_oldest double precision, out seal_lag double precision)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  start xid8;
begin
  select count(*) filter (where live and run_at <= at_time),
      count(*) filter (where last_error is not null and task <> 'webhook.deliver' and (live or run_at > at_time - interval '1 day'))
    into jobs_waiting, jobs_failed
    from (select j.task_identifier as task, j.run_at, j.last_error, j.attempts < j.max_attempts or j.locked_at is not null as live
      from graphile_worker.jobs j) each;
  perform set_config('app.scope', 'mail', true);
  select count(*), coalesce(extract(epoch from at_time - min(m.posted_at)), 0) into mail_waiting, mail_oldest
    from mail m where m.state = 'waiting';
  perform set_config('app.scope', 'seal', true);
  start := coalesce((select s.horizon from activity_seal s order by s.number desc limit 1), '0'::xid8);
  select coalesce(greatest(extract(epoch from at_time - min(u.at)), 0), 0) into seal_lag from (
    select a.at from activity a where a.xid >= start
      and not exists (select from activity_entry e where e.facility_id = a.facility_id and e.activity_id = a.id)
    union all select s.at from system_event s where s.xid >= start
      and not exists (select from system_event_entry e where e.event_id = s.id)) u;
  perform set_config('app.scope', scope_before, true);
end $$;

-- As in 0059, and what is told to receivers.
create or replace function empty_facility(at_facility uuid, files integer, at_time timestamptz, announcer uuid) returns text
language plpgsql set search_path = public, pg_temp as $$
declare owned text; gone integer;
begin
  foreach owned in array array['answer_history', 'answer', 'assignment', 'result', 'assessment_summary', 'run_stage_summary',
    'vendor_form_link', 'run', 'audit_interview', 'audit_request', 'established_value', 'audit_finding', 'audit_member',
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
