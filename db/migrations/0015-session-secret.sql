-- Whoever proves to be there again goes on under a new secret, and the former opens nothing from then on (ASVS 7.2.4). The
-- session stays the one it was: its name, its times, and what it was asked to sign.
alter table passkey_challenge drop constraint passkey_challenge_session_hash_fkey,
  add constraint passkey_challenge_session_hash_fkey foreign key (session_hash) references session
    on update cascade on delete cascade;

-- The only way to note on an open session that its person has proved to be there. False where it is open no more.
drop function step_up_session(bytea, uuid, timestamptz);
create function step_up_session(wanted bytea, next_secret bytea, of_person uuid, at_time timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare scope_before text := coalesce(current_setting('app.scope', true), ''); noted boolean;
begin
  if length(next_secret) <> 32 or next_secret = wanted then raise exception 'a new secret is a new one'; end if;
  perform set_config('app.scope', 'sign-in', true);
  update session s set token_hash = next_secret, stepped_up_at = at_time
    where s.token_hash = wanted and s.person_id = of_person and s.expires_at > at_time;
  noted := found;
  perform set_config('app.scope', scope_before, true);
  return noted;
end $$;

revoke execute on function step_up_session(bytea, bytea, uuid, timestamptz) from public;
grant execute on function step_up_session(bytea, bytea, uuid, timestamptz) to mamori_app;
