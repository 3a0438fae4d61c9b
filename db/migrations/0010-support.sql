create function scope_organisation() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
-- The agreement a supporter entered the facility through; null for its own people.
create function scope_agreement() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.agreement_id', true), '')::uuid $$;

-- Organisations above the facility. Who they are is public; what they see is decided by what refers to them.
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('corporation', 'network', 'prefecture', 'ministry', 'vendor')),
  name text not null check (name <> ''),
  prefecture smallint check (prefecture between 1 and 47),
  created_at timestamptz not null default now(),
  unique (kind, name),
  check ((kind = 'prefecture') = (prefecture is not null))
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_read on organisation for select using (
  (select scope_is('system')) or id = (select scope_organisation()) or (select scope_person()) is not null
  or (select scope_token()) is not null);
create policy organisation_insert on organisation for insert with check ((select scope_is('system')));

create table organisation_member (
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  roles text[] not null check (cardinality(roles) > 0),
  joined_at timestamptz not null default now(),
  primary key (organisation_id, person_id)
);
create index organisation_member_person on organisation_member (person_id);
alter table organisation_member enable row level security;
alter table organisation_member force row level security;
create policy organisation_member_scope on organisation_member
  using (organisation_id = (select scope_organisation())
    or person_id = (select scope_person()) and (select scope_organisation()) is null and (select scope_facility()) is null)
  with check (organisation_id = (select scope_organisation()));
create policy organisation_member_end on organisation_member as restrictive for delete
  using (organisation_id = (select scope_organisation()));
create policy organisation_member_sign_in on organisation_member for select to current_user
  using ((select scope_is('sign-in')));
create policy person_of_organisation on person for select using (
  exists (select 1 from organisation_member m where m.person_id = person.id and m.organisation_id = (select scope_organisation())));

create table organisation_invitation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  token_hash bytea not null unique,
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  invited_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id)
);
alter table organisation_invitation enable row level security;
alter table organisation_invitation force row level security;
create policy organisation_invitation_scope on organisation_invitation
  using (organisation_id = (select scope_organisation()) or token_hash = (select scope_token()))
  with check (organisation_id = (select scope_organisation()) or token_hash = (select scope_token()));

create function organisation_has_members(wanted uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); found_any boolean;
begin
  perform set_config('app.scope', 'sign-in', true);
  select exists (select 1 from organisation_member where organisation_id = wanted) into found_any;
  perform set_config('app.scope', scope_before, true);
  return found_any;
end $$;
create policy organisation_invitation_first on organisation_invitation
  using ((select scope_is('system')) and not organisation_has_members(organisation_id))
  with check ((select scope_is('system')) and not organisation_has_members(organisation_id));

-- The same rules as accept_invitation, for the links of an organisation; null where this one has no usable link of that name.
create function accept_organisation_invitation(wanted bytea, joining uuid, event_id uuid, at_time timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare accepted organisation_invitation;
begin
  perform set_config('app.token_hash', encode(wanted, 'hex'), true);
  update organisation_invitation set accepted_at = at_time
    where token_hash = wanted and accepted_at is null and withdrawn_at is null and expires_at > at_time
    returning * into accepted;
  if accepted.id is null then return null; end if;
  -- Of two first invitations one is accepted.
  perform pg_advisory_xact_lock(hashtextextended(accepted.organisation_id::text, 11));
  perform set_config('app.organisation_id', accepted.organisation_id::text, true);
  if exists (select from organisation_member where organisation_id = accepted.organisation_id)
    and not exists (select from organisation_member where organisation_id = accepted.organisation_id
      and person_id = accepted.invited_by and 'organisation-administrator' = any (roles))
  then
    perform set_config('app.organisation_id', '', true);
    return null;
  end if;
  insert into organisation_member (organisation_id, person_id, roles, joined_at)
    values (accepted.organisation_id, joining, accepted.roles, at_time)
    on conflict (organisation_id, person_id) do update
    set roles = array(select distinct r from unnest(organisation_member.roles || excluded.roles) r order by r);
  -- The column comes with 0017-event-actor.sql.
  insert into system_event (id, at, act, subject, actor)
    values (event_id, at_time, 'organisation.joined', accepted.organisation_id::text, joining);
  perform set_config('app.organisation_id', '', true);
  return accepted.organisation_id;
end $$;

-- Acts inside an organisation stand beside those of the installation.
create policy system_event_of_organisation on system_event for insert with check (
  subject = (select scope_organisation())::text and act like 'organisation.%');

-- A facility in a corporation or a regional network, and what that one may see of it: only count it, its stage, or its score too.
create table organisation_facility (
  facility_id uuid not null references facility,
  organisation_id uuid not null references organisation,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null default now(),
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  shows text not null default 'stage' check (shows in ('count', 'stage', 'score')),
  primary key (facility_id, organisation_id),
  check ((confirmed_at is null) = (confirmed_by is null))
);
create index organisation_facility_organisation on organisation_facility (organisation_id, facility_id);
alter table organisation_facility enable row level security;
alter table organisation_facility force row level security;
create policy organisation_facility_read on organisation_facility for select using (
  facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));
create policy organisation_facility_insert on organisation_facility for insert with check (
  facility_id = (select scope_facility())
  or organisation_id = (select scope_organisation()) and confirmed_at is null and shows = 'stage');
create policy organisation_facility_update on organisation_facility for update
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy organisation_facility_delete on organisation_facility for delete using (
  facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));

create table support_agreement (
  facility_id uuid not null references facility,
  id uuid not null,
  organisation_id uuid not null references organisation,
  purpose text not null check (length(purpose) between 1 and 200),
  scope text[] not null check (cardinality(scope) > 0
    and scope <@ array['support-sheet', 'support-result', 'support-evidence', 'support-answer']),
  made_by uuid not null references person,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  accepted_by uuid references person,
  accepted_at timestamptz,
  ended_by uuid references person,
  ended_at timestamptz,
  ended_side text check (ended_side in ('facility', 'organisation')),
  primary key (facility_id, id),
  check (ends_at > made_at and ends_at <= made_at + interval '367 days'),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_side is null))
);
create index support_agreement_organisation on support_agreement (organisation_id, made_at desc);
alter table support_agreement enable row level security;
alter table support_agreement force row level security;
create policy support_agreement_read on support_agreement for select using (
  facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));
create policy support_agreement_insert on support_agreement for insert with check (
  facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()) and accepted_at is null);
create policy support_agreement_update on support_agreement for update
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
-- The organisation can do nothing to an agreement but end it.
create policy support_agreement_leave on support_agreement for update
  using (organisation_id = (select scope_organisation()) and ended_at is null)
  with check (organisation_id = (select scope_organisation()) and ended_side = 'organisation');
create policy support_agreement_sign_in on support_agreement for select to current_user
  using ((select scope_is('sign-in')));

-- Who came in through an agreement, first and last. The facility still names them beside what they did.
create table support_entry (
  facility_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (facility_id, agreement_id, person_id),
  foreign key (facility_id, agreement_id) references support_agreement (facility_id, id)
);
create index support_entry_person on support_entry (facility_id, person_id);
alter table support_entry enable row level security;
alter table support_entry force row level security;
create policy support_entry_read on support_entry for select using (
  facility_id = (select scope_facility()) or organisation_id = (select scope_organisation()));
create policy support_entry_write on support_entry to current_user
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
-- And who asked for an agreement or proposed a membership, without having come in.
create policy person_supporting on person for select using (
  exists (select 1 from support_entry e where e.facility_id = (select scope_facility()) and e.person_id = person.id)
  or exists (select 1 from support_agreement a where a.facility_id = (select scope_facility())
    and person.id in (a.made_by, a.ended_by))
  or exists (select 1 from organisation_facility o where o.facility_id = (select scope_facility())
    and o.proposed_by = person.id));

-- The agreement that lets a person in now, as one of the organisation's supporters. For the two functions below only.
create function live_support(wanted_facility uuid, wanted_person uuid, at_time timestamptz) returns support_agreement
language sql stable set search_path = public, pg_temp as $$
  select a.* from support_agreement a
    join organisation_member m on m.organisation_id = a.organisation_id and m.person_id = wanted_person
  where a.facility_id = wanted_facility and 'supporter' = any (m.roles)
    and a.accepted_at is not null and a.ended_at is null and a.ends_at > at_time
  order by a.accepted_at desc, a.id limit 1
$$;

-- As before, and whoever is no member but a supporter by a live agreement holds that role and the agreement's scope.
create or replace function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz) returns table (
  person_id uuid, person_name text, second_factor boolean, totp_confirmed boolean, system_roles text[],
  roles text[], any_roles text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.scope', 'sign-in', true);
  update session s set seen_at = at_time
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since
      and s.seen_at < at_time - interval '1 minute';
  return query
    select p.id, p.name, s.second_factor, o.totp_confirmed, p.system_roles,
      coalesce(
        (select m.roles from member m where m.person_id = p.id and m.facility_id = at_facility),
        (select array['supporter'] || a.scope from live_support(at_facility, p.id, at_time) a where a.id is not null),
        '{}'),
      coalesce((select array_agg(distinct r) from (
        select unnest(m.roles) from member m where m.person_id = p.id
        union all select unnest(m.roles) from organisation_member m where m.person_id = p.id) held (r)), '{}')
    from session s join person p on p.id = s.person_id join person_secret o on o.person_id = p.id
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since;
  perform set_config('app.scope', '', true);
end $$;

-- What a person holds anywhere, as before, and whether in an organisation too.
drop function held_anywhere(uuid);
create function held_anywhere(wanted uuid) returns table (system_roles text[], facility_id uuid, roles text[], above boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query select p.system_roles, m.facility_id, m.roles,
      exists (select from organisation_member o where o.person_id = p.id)
    from person p left join member m on m.person_id = p.id where p.id = wanted;
  perform set_config('app.scope', scope_before, true);
end $$;
revoke execute on function held_anywhere(uuid) from public;
grant execute on function held_anywhere(uuid) to mamori_app;

-- The one place that decides entry: a member by the membership, a supporter by a live agreement, held until the
-- transaction ends so that nothing is done after the facility has ended it. Null for everybody else.
drop function enter_facility(uuid, uuid);
create function enter_facility(wanted_facility uuid, wanted_person uuid, at_time timestamptz) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare held text[]; agreement support_agreement;
begin
  perform set_config('app.facility_id', wanted_facility::text, true);
  perform set_config('app.person_id', wanted_person::text, true);
  select roles into held from member where facility_id = wanted_facility and person_id = wanted_person;
  if held is not null then return held; end if;
  perform set_config('app.scope', 'sign-in', true);
  agreement := live_support(wanted_facility, wanted_person, at_time);
  perform set_config('app.scope', '', true);
  perform 1 from support_agreement where facility_id = wanted_facility and id = agreement.id and ended_at is null for share;
  if not found then
    perform set_config('app.facility_id', '', true);
    perform set_config('app.person_id', '', true);
    return null;
  end if;
  perform set_config('app.agreement_id', agreement.id::text, true);
  insert into support_entry (facility_id, agreement_id, person_id, organisation_id, first_at, last_at)
    values (wanted_facility, agreement.id, wanted_person, agreement.organisation_id, at_time, at_time)
    on conflict (facility_id, agreement_id, person_id) do update set last_at = excluded.last_at
    where support_entry.last_at < excluded.last_at - interval '1 minute';
  return array['supporter'] || agreement.scope;
end $$;

-- Membership of an organisation checked and the organisation set, in one statement; null where the person is no member.
create function enter_organisation(wanted_organisation uuid, wanted_person uuid) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare held text[];
begin
  perform set_config('app.organisation_id', wanted_organisation::text, true);
  perform set_config('app.person_id', wanted_person::text, true);
  select roles into held from organisation_member where organisation_id = wanted_organisation and person_id = wanted_person;
  if held is null then
    perform set_config('app.organisation_id', '', true);
    perform set_config('app.person_id', '', true);
  end if;
  return held;
end $$;

-- The facilities a person may enter as a supporter now, for the session.
create function supported_facilities(of_person uuid, at_time timestamptz) returns table (
  facility_id uuid, facility_name text, agreement_id uuid, organisation_id uuid, organisation_name text, purpose text,
  scope text[], ends_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'sign-in', true);
  return query
    select f.id, f.name, a.id, a.organisation_id, o.name, a.purpose, a.scope, a.ends_at
    from (select distinct s.facility_id from support_agreement s
        join organisation_member m on m.organisation_id = s.organisation_id and m.person_id = of_person
        where 'supporter' = any (m.roles) and s.ended_at is null and s.accepted_at is not null and s.ends_at > at_time) entered
      cross join lateral live_support(entered.facility_id, of_person, at_time) a
      join facility f on f.id = entered.facility_id join organisation o on o.id = a.organisation_id
    where of_person = scope_person()
      and not exists (select from member where member.person_id = of_person and member.facility_id = f.id)
    order by f.name;
  perform set_config('app.scope', scope_before, true);
end $$;

-- A supporter never sees a private run, not even an own one from the time as an executive of the facility.
create policy run_not_private on run as restrictive using ((select scope_agreement()) is null or executive_id is null);

-- Whatever a supporter does says by which agreement, whoever writes the line.
create function name_agreement() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if scope_agreement() is not null then
    new.detail := new.detail || jsonb_build_object('agreement', scope_agreement());
  end if;
  return new;
end $$;
create trigger activity_agreement before insert on activity for each row execute function name_agreement();
create index activity_of_agreement on activity (facility_id, (detail ->> 'agreement'), at desc) where detail ? 'agreement';
-- What an organisation does to an agreement or a membership is told to the facility's own log.
create policy activity_of_organisation on activity for insert with check (
  act in ('support.asked', 'support.left', 'organisation.proposed', 'organisation.left')
  and person_id = (select scope_person())
  and (exists (select 1 from support_agreement a
      where a.facility_id = activity.facility_id and a.id::text = subject and a.organisation_id = (select scope_organisation()))
    or exists (select 1 from organisation_facility o
      where o.facility_id = activity.facility_id and o.organisation_id::text = subject
        and o.organisation_id = (select scope_organisation()))));

-- How far a facility is in a sheet of a fiscal year: no answers, no score. "Not begun" has no row. Executive runs never come here.
create table run_stage_summary (
  facility_id uuid not null references facility,
  fiscal_year smallint not null,
  sheet_id text not null check (sheet_id <> 'executive'),
  stage text not null check (stage in ('open', 'submitted')),
  facility_type text not null,
  bed_class text not null,
  prefecture smallint not null,
  changed_at timestamptz not null,
  primary key (facility_id, fiscal_year, sheet_id)
);
create index run_stage_summary_prefecture on run_stage_summary
  (fiscal_year, prefecture, sheet_id) include (facility_id, facility_type, bed_class, stage);
create index facility_class on facility (prefecture, type, beds) include (id);

-- What the organisation of the transaction reaches: prefectures by their code, members by what they consented to.
create function scope_prefectures() returns smallint[] language sql stable set search_path = public, pg_temp as $$
  select case kind when 'ministry' then array(select generate_series(1, 47)::smallint)
    when 'prefecture' then array[prefecture] else '{}'::smallint[] end
  from organisation where id = scope_organisation() $$;
create function scope_showing(consents text[]) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(facility_id), '{}') from organisation_facility
  where organisation_id = scope_organisation() and confirmed_at is not null and shows = any (consents) $$;

alter table run_stage_summary enable row level security;
alter table run_stage_summary force row level security;
create policy run_stage_own on run_stage_summary
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
create policy run_stage_prefecture on run_stage_summary for select
  using (prefecture = any ((select scope_prefectures())::smallint[]));
create policy run_stage_shown on run_stage_summary for select
  using (facility_id = any ((select scope_showing(array['stage', 'score']))::uuid[]));
create policy run_stage_counted on run_stage_summary for select to current_user
  using ((select coalesce(current_setting('app.counting', true), '') = 'on'));
create policy assessment_summary_shown on assessment_summary for select
  using (facility_id = any ((select scope_showing(array['score']))::uuid[]));

-- Of the members that consented to be counted only: how many are at each stage, never which.
create function unnamed_stages(of_year integer, of_sheets text[], out not_begun integer, out open integer, out submitted integer)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.counting', 'on', true);
  select count(*) filter (where reached is null), count(*) filter (where reached = 'open'),
      count(*) filter (where reached = 'submitted') into not_begun, open, submitted
    from (select (select max(s.stage) from run_stage_summary s where s.facility_id = o.facility_id
        and s.fiscal_year = of_year and s.sheet_id = any (of_sheets)) as reached
      from organisation_facility o
      where o.organisation_id = scope_organisation() and o.confirmed_at is not null and o.shows = 'count') member;
  perform set_config('app.counting', '', true);
end $$;

-- Runs begun before this table was: forced row security binds the owner too, so it is lifted for the one statement.
alter table run no force row level security;
alter table facility no force row level security;
alter table run_stage_summary no force row level security;
insert into run_stage_summary
  select r.facility_id, r.fiscal_year, r.sheet_id, r.status, f.type,
    case when f.beds is null then 'unknown' when f.beds < 20 then 'under-20' when f.beds < 100 then '20-99'
      when f.beds < 200 then '100-199' when f.beds < 300 then '200-299' when f.beds < 400 then '300-399'
      when f.beds < 500 then '400-499' else '500-plus' end,
    f.prefecture, coalesce(r.submitted_at, r.begun_at)
  from run r join facility f on f.id = r.facility_id where r.executive_id is null and r.sheet_id <> 'executive';
alter table run force row level security;
alter table facility force row level security;
alter table run_stage_summary force row level security;

revoke execute on function scope_organisation, scope_agreement, organisation_has_members, accept_organisation_invitation,
  live_support, enter_facility, enter_organisation, supported_facilities, name_agreement, scope_prefectures, scope_showing,
  unnamed_stages from public;
grant execute on function scope_organisation, scope_agreement, organisation_has_members, accept_organisation_invitation,
  enter_facility, enter_organisation, supported_facilities, scope_prefectures, scope_showing, unnamed_stages to mamori_app;
grant select, insert on organisation, organisation_member, organisation_invitation, organisation_facility, support_agreement,
  run_stage_summary to mamori_app;
grant select on support_entry to mamori_app;
grant update (roles) on organisation_member to mamori_app;
grant update (withdrawn_at) on organisation_invitation to mamori_app;
grant update (confirmed_by, confirmed_at, shows) on organisation_facility to mamori_app;
grant update (accepted_by, accepted_at, ended_by, ended_at, ended_side) on support_agreement to mamori_app;
grant update on run_stage_summary to mamori_app;
grant delete on organisation_member, organisation_facility to mamori_app;
