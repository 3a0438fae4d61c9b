update person_secret set totp_next_secret = 'next' where person_id = '33333333-3333-4333-8333-333333333333';
insert into recovery_code (person_id, code_hash) values ('22222222-2222-4222-8222-222222222222', sha256('code'));
insert into reset_link (token_hash, person_id, facility_id, issued_by, expires_at) values (sha256('reset'), '22222222-2222-4222-8222-222222222222', '11111111-1111-4111-8111-111111111111', '33333333-3333-4333-8333-333333333333', '2100-01-01T00:00:00Z');
