-- The application role may do what is named here and nothing else. Activity, history and results are never changed.
grant usage on schema public to mamori_app;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to mamori_app;
grant select, insert on facility, facility_search, facility_profile, register_import, person, person_secret, member, former_member, session, invitation, setup_link,
  system_event, activity, run, answer, answer_history, assignment, file, file_chunk, evidence, result, assessment_summary
  to mamori_app;
grant update on facility, facility_search, facility_profile, register_import, run, answer,
  assignment, evidence, assessment_summary to mamori_app;
grant update (password_hash, totp_secret, totp_confirmed, totp_last_step) on person_secret to mamori_app;
grant update (roles) on member to mamori_app;
grant update (left_at) on former_member to mamori_app;
grant update (withdrawn_at) on invitation to mamori_app;
grant update (used_at) on setup_link to mamori_app;
grant update (withdrawn_at, withdrawal_reason) on result to mamori_app;
grant delete on session, system_event, member, assignment, assessment_summary, file, file_chunk to mamori_app;
