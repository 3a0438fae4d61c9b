insert into access_token (facility_id, id, token_hash, person_id, name, scopes, expires_at)
  values ('11111111-1111-4111-8111-111111111111', gen_random_uuid(), sha256('token'), '22222222-2222-4222-8222-222222222222', '集計', '{read-sheet}', '2100-01-01T00:00:00Z');
insert into rate_count (key, paid_until) values ('costly:person', '2026-06-01T00:00:00Z');
