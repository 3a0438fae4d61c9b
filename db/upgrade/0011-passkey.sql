insert into passkey (id, person_id, credential_id, public_key, counter, name, backup_eligible, backed_up)
  values (gen_random_uuid(), '33333333-3333-4333-8333-333333333333', 'credential', 'key', 3, '仕事の電話', true, true);
insert into passkey_challenge (challenge, purpose, person_id, session_hash, expires_at)
  values (sha256('challenge'), 'step-up', '22222222-2222-4222-8222-222222222222', sha256('upgrade'), '2100-01-01T00:00:00Z');
