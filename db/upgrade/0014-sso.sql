insert into sso_connection (id, organisation_id, name, issuer, client_id, client_secret, domains, groups_claim, trusts_second_factor, metadata, made_at)
  values ('88888888-8888-4888-8888-888888888888', '66666666-6666-4666-8666-666666666666', '法人の認証', 'https://id.example.jp', 'mamori', 'secret', '{example.jp}', 'groups', true, '{}', '2026-06-01T00:00:00Z');
update organisation_facility set sso_opened_by = '22222222-2222-4222-8222-222222222222', sso_opened_at = '2026-06-01T00:00:00Z' where facility_id = '11111111-1111-4111-8111-111111111111';
insert into sso_group (id, organisation_id, facility_id, group_value, roles) values (gen_random_uuid(), '66666666-6666-4666-8666-666666666666', '11111111-1111-4111-8111-111111111111', '医事課', '{staff}');
insert into sso_identity (issuer, subject, person_id, linked_at) values ('https://id.example.jp', 'taro', '33333333-3333-4333-8333-333333333333', '2026-06-01T00:00:00Z');
insert into sso_attempt (state_hash, browser_hash, connection_id, purpose, nonce, verifier, begun_at, expires_at)
  values (sha256('state'), sha256('browser'), '88888888-8888-4888-8888-888888888888', 'sign-in', 'nonce', 'verifier', '2026-06-01T00:00:00Z', '2100-01-01T00:00:00Z');
