-- What a facility's people did since a snapshot is read from the activity log, for as long as a page is open.
create index activity_since on activity (facility_id, xid);

-- What a page asks by itself does not keep its session open: a transaction marked so leaves the session as it was last
-- seen, whoever finds the session and however.
create function leave_session_unseen() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger session_unattended before update of seen_at on session for each row
  when (coalesce(current_setting('app.unattended', true), '') = 'on') execute function leave_session_unseen();
revoke execute on function leave_session_unseen() from public;
