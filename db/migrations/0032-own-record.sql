-- What a person did from outside of a place stands in the own record too: invitations to organisations, the first invitation to a
-- facility, what was asked of a facility in the name of an organisation.
create policy invitation_own_record on invitation for select to current_user
  using ((select scope_is('own-record')) and invited_by = (select scope_person()));
create policy organisation_invitation_own_record on organisation_invitation for select to current_user
  using ((select scope_is('own-record')));
create policy activity_own_record on activity for select to current_user
  using ((select scope_is('own-record')) and person_id = (select scope_person()));
create index activity_from_outside on activity (person_id)
  where act in ('support.asked', 'support.left', 'organisation.proposed', 'organisation.left');

-- Every facility a person ever came into, as a member or as a supporter, or asked something of.
create or replace function places_ever(of_person uuid) returns setof uuid language sql stable set search_path = public, pg_temp as $$
  select facility_id from member where person_id = of_person
  union select facility_id from former_member where person_id = of_person
  union select facility_id from support_entry where person_id = of_person
  union select facility_id from activity where person_id = of_person
    and act in ('support.asked', 'support.left', 'organisation.proposed', 'organisation.left') $$;

-- As in 0020; the invitations somebody sent stand in person_record, wherever they lead.
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
      union all select 'answer', h.answered_at, jsonb_build_object('run', h.run_id, 'item', h.item_id, 'revision', h.revision,
          'origin', h.origin)
        from answer_history h where h.facility_id = at_facility and h.answered_by = of_person
      union all select 'evidence', e.added_at, jsonb_build_object('item', e.item_id, 'name', e.name)
        from evidence e where e.facility_id = at_facility and e.added_by = of_person
      union all select 'act', a.at, jsonb_build_object('act', a.act, 'subject', a.subject)
        from activity a where a.facility_id = at_facility and a.person_id = of_person
    ) r;
  perform set_config('app.facility_id', '', true);
end $$;

-- As in 0020, and with them.
create or replace function person_record(of_person uuid)
returns table (kind text, at timestamptz, place_id uuid, place text, detail jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope_before text := coalesce(current_setting('app.scope', true), '');
  person_before text := coalesce(current_setting('app.person_id', true), '');
  here uuid;
begin
  perform refuse_foreign_record(of_person);
  perform set_config('app.scope', 'own-record', true);
  perform set_config('app.person_id', of_person::text, true);
  return query
    select 'account', p.created_at, null::uuid, null::text, jsonb_build_object('name', p.name, 'email', s.email,
        'systemRoles', array_to_string(p.system_roles, ' '), 'password', s.password_hash is not null,
        'authenticator', s.totp_confirmed)
      from person p join person_secret s on s.person_id = p.id where p.id = of_person
    union all select 'session', s.created_at, null, null, jsonb_build_object('browser', s.browser, 'seen', seal_time(s.seen_at),
        'expires', seal_time(s.expires_at)) from session s where s.person_id = of_person
    union all select 'passkey', k.created_at, null, null, jsonb_build_object('name', k.name, 'lastUsed', seal_time(k.last_used_at))
      from passkey k where k.person_id = of_person
    union all select 'recovery-code', c.made_at, null, null, jsonb_build_object('used', seal_time(c.used_at))
      from recovery_code c where c.person_id = of_person
    union all select 'reset-link', l.created_at, null, null, jsonb_build_object('used', seal_time(l.used_at))
      from reset_link l where l.person_id = of_person
    union all select 'provider', i.linked_at, null, null, jsonb_build_object('issuer', i.issuer, 'subject', i.subject)
      from sso_identity i where i.person_id = of_person
    union all select 'notice-choice', n.changed_at, null, null, jsonb_build_object('work', n.work)
      from notice_choice n where n.person_id = of_person
    union all select 'mail', m.posted_at, null, null, jsonb_build_object('kind', m.kind, 'state', m.state)
      from mail m where m.person_id = of_person
    union all select 'organisation-member', m.joined_at, o.id, o.name, jsonb_build_object('roles', array_to_string(m.roles, ' '))
      from organisation_member m join organisation o on o.id = m.organisation_id where m.person_id = of_person
    union all select 'invitation-sent', i.created_at, f.id, f.name, jsonb_build_object('roles', array_to_string(i.roles, ' '))
      from invitation i join facility f on f.id = i.facility_id where i.invited_by = of_person
    union all select 'invitation-sent', i.created_at, o.id, o.name, jsonb_build_object('roles', array_to_string(i.roles, ' '))
      from organisation_invitation i join organisation o on o.id = i.organisation_id where i.invited_by = of_person
    union all select 'invitation-accepted', i.accepted_at, o.id, o.name, jsonb_build_object('name', i.name)
      from organisation_invitation i join organisation o on o.id = i.organisation_id
        join system_event e on e.act = 'organisation.joined' and e.subject = i.organisation_id::text and e.at = i.accepted_at
      where e.actor = of_person
    union all select 'event', e.at, null, null, jsonb_build_object('act', e.act)
      from system_event e where e.actor = of_person;
  for here in select p from places_ever(of_person) p order by p loop
    return query select * from record_in_facility(here, of_person);
  end loop;
  perform set_config('app.scope', scope_before, true);
  perform set_config('app.person_id', person_before, true);
end $$;
