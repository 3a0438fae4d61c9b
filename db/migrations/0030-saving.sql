-- What a saved answer costs PostgreSQL besides its own statements (docs/performance.md).

-- As before, and when the person last proved to be there, which asked for the session once more. Each table is read by itself and
-- what most calls do not need only where it is needed: one statement over all of them took longer to begin than to run.
-- Roles elsewhere matter only where no second factor was given. A session that was begun in the future is none.
drop function session_stepped_up(bytea);
drop function find_session(bytea, uuid, timestamptz, timestamptz);
create function find_session(wanted bytea, at_facility uuid, at_time timestamptz, idle_since timestamptz,
  out person_id uuid, out person_name text, out second_factor boolean, out second_factor_enrolled boolean,
  out system_roles text[], out roles text[], out any_roles text[], out stepped_up_at timestamptz)
returns setof record language plpgsql security definer set search_path = public, pg_temp as $$
declare whose record;
begin
  perform set_config('app.scope', 'sign-in', true);
  select s.person_id, s.second_factor, s.stepped_up_at, s.seen_at, s.sso_connection, p.name, p.system_roles, o.totp_confirmed
    into whose
    from session s join person p on p.id = s.person_id join person_secret o on o.person_id = p.id
    where s.token_hash = wanted and s.expires_at > at_time and s.seen_at > idle_since
      and s.created_at <= at_time + interval '1 minute';
  if found and (whose.sso_connection is null or not held_outside(whose.person_id, whose.sso_connection)) then
    if whose.seen_at < at_time - interval '1 minute' then
      update session s set seen_at = at_time where s.token_hash = wanted;
    end if;
    person_id := whose.person_id;
    person_name := whose.name;
    second_factor := whose.second_factor;
    second_factor_enrolled := whose.totp_confirmed;
    system_roles := whose.system_roles;
    stepped_up_at := whose.stepped_up_at;
    any_roles := '{}';
    if at_facility is not null then
      select m.roles into roles from member m where m.facility_id = at_facility and m.person_id = whose.person_id;
      if not found then
        select array['supporter'] || a.scope into roles
          from live_support(at_facility, whose.person_id, at_time) a where a.id is not null;
      end if;
    end if;
    roles := coalesce(roles, '{}');
    if not second_factor_enrolled then
      second_factor_enrolled := exists (select from passkey k where k.person_id = whose.person_id);
    end if;
    if not second_factor then
      select coalesce(array_agg(distinct r), '{}') into any_roles from (
        select unnest(m.roles) from member m where m.person_id = whose.person_id
        union all select unnest(m.roles) from organisation_member m where m.person_id = whose.person_id) held (r);
    end if;
    return next;
  end if;
  perform set_config('app.scope', '', true);
end $$;
revoke execute on function find_session(bytea, uuid, timestamptz, timestamptz) from public;
grant execute on function find_session(bytea, uuid, timestamptz, timestamptz) to mamori_app;

-- Whom the application may see, by what it has entered. The functions of the owner have policies of their own: read by one of
-- them, a person brought seven more tables into its plan.
alter policy person_read on person to mamori_app;
alter policy person_of_organisation on person to mamori_app;
alter policy person_in_events_of_organisation on person to mamori_app;
alter policy person_supporting on person to mamori_app;

-- They call what is stable: said to be immutable they were run as functions, four times an act, and not as part of the statement.
alter function seal_time(timestamptz) stable;
alter function seal_hash(jsonb) stable;

-- Only a supporter's act names an agreement: the others need not ask.
drop trigger activity_agreement on activity;
create trigger activity_agreement before insert on activity for each row
  when (coalesce(current_setting('app.agreement_id', true), '') <> '') execute function name_agreement();
