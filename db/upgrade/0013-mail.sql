insert into mail (id, kind, facility_id, recipient, state, posted_at, give_up_at, settled_at)
  values (gen_random_uuid(), 'invitation', '11111111-1111-4111-8111-111111111111', sha256('to'), 'sent', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z');
insert into reset_request (id, account, place, asked_at) values (gen_random_uuid(), sha256('account'), sha256('place'), '2026-06-01T00:00:00Z');
insert into notice_choice (person_id, work, changed_at) values ('22222222-2222-4222-8222-222222222222', false, '2026-06-01T00:00:00Z');
