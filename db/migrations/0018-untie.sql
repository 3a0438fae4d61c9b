-- A person undoes the tie of the own account to an organisation's provider.
create policy sso_identity_untie on sso_identity for delete
  using (person_id = (select scope_person()) and (select scope_facility()) is null);
create policy system_event_untied on system_event for insert with check (
  subject = (select scope_person())::text and act = 'sso.unlinked' and (select scope_facility()) is null);

-- As before, and no session is opened by a provider the person is tied to no more, not at the same moment either: whoever
-- undoes the tie holds this lock of the person alone.
create or replace function open_by_live_connection() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); live boolean;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('sso tie ' || new.person_id::text, 14));
  perform pg_advisory_xact_lock_shared(14, 2);
  perform set_config('app.scope', 'sign-in', true);
  select exists (select from sso_connection c join sso_identity i on i.issuer = c.issuer and i.person_id = new.person_id
    where c.id = new.sso_connection and c.ended_at is null) into live;
  perform set_config('app.scope', scope_before, true);
  if not live then raise exception 'the connection has ended'; end if;
  return new;
end $$;

-- However a session ends, its person's open streams look again once that is committed, in every process: by a reset link, by
-- the command, with a connection, with a tie. The channel is that of the live path.
create function announce_session_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_notify('mamori_live', old.person_id::text);
  return null;
end $$;
create trigger session_ended after delete on session for each row execute function announce_session_end();

revoke execute on function announce_session_end from public;
grant delete on sso_identity to mamori_app;
