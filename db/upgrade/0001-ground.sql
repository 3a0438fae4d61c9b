-- The smallest real rows an installation of this version holds: a hospital, its planner and its administrator.
insert into facility (id, code, name, prefecture, city, postal_code, address, type, type_guessed, beds, functions, opened_at)
  values ('11111111-1111-4111-8111-111111111111', '141234567', 'みなと病院', 14, '横浜市', '2310001', '横浜市中区1-1', 'hospital', false, 218, '{emergency}', '2026-06-01T00:00:00Z');
insert into facility_profile (facility_id, ehr, system_staff) values ('11111111-1111-4111-8111-111111111111', 'on-premise', true);
insert into facility_search (facility_id, code, prefecture, city, name_sort, name_folded, grams, opened)
  values ('11111111-1111-4111-8111-111111111111', '141234567', 14, '横浜市', 'みなと病院', 'みなと病院', '{みな,なと,と病,病院}', true);
insert into person (id, name, system_roles) values ('22222222-2222-4222-8222-222222222222', '企画 花子', '{}'), ('33333333-3333-4333-8333-333333333333', '管理 太郎', '{system-administrator}');
insert into register_import (id, started_by, file_name, finished_at, rows_read, state)
  values (gen_random_uuid(), '33333333-3333-4333-8333-333333333333', 'register.csv', '2026-06-01T00:00:00Z', 1, 'applied');
insert into person_secret (person_id, email, password_hash, totp_confirmed) values
  ('22222222-2222-4222-8222-222222222222', 'hanako@example.jp', '$argon2id$v=19$m=19456,t=2,p=1$DSn7xS610ZP2FNtcZlqrjg$rSpuve0IL4QxcKUS7lyEMCR3mEK4POi85qoiaSulna8', false),
  ('33333333-3333-4333-8333-333333333333', 'taro@example.jp', '$argon2id$v=19$m=19456,t=2,p=1$DSn7xS610ZP2FNtcZlqrjg$rSpuve0IL4QxcKUS7lyEMCR3mEK4POi85qoiaSulna8', false);
insert into member (facility_id, person_id, roles, joined_at) values ('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '{planner}', '2026-06-01T00:00:00Z');
insert into former_member (facility_id, person_id, left_at) values ('11111111-1111-4111-8111-111111111111', '33333333-3333-4333-8333-333333333333', '2026-06-01T00:00:00Z');
insert into session (token_hash, person_id, second_factor, created_at, seen_at, expires_at) values (sha256('upgrade'), '22222222-2222-4222-8222-222222222222', true, '2026-01-01T00:00:00Z', '2100-01-01T00:00:00Z', '2100-01-01T00:00:00Z');
insert into invitation (facility_id, id, token_hash, name, roles, invited_by, expires_at)
  values ('11111111-1111-4111-8111-111111111111', gen_random_uuid(), sha256('invitation'), '新しい人', '{operator}', '22222222-2222-4222-8222-222222222222', '2100-01-01T00:00:00Z');
insert into setup_link (token_hash, expires_at, used_at) values (sha256('setup'), '2100-01-01T00:00:00Z', '2026-06-01T00:00:00Z');
insert into system_event (id, at, act, subject) values (gen_random_uuid(), '2026-06-01T00:00:00Z', 'identity.set-up', '33333333-3333-4333-8333-333333333333');
insert into activity (facility_id, id, at, person_id, act, subject)
  values ('11111111-1111-4111-8111-111111111111', gen_random_uuid(), '2026-06-01T00:00:00Z', '22222222-2222-4222-8222-222222222222', 'identity.joined', '22222222-2222-4222-8222-222222222222');
