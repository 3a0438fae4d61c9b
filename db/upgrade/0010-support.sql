insert into organisation (id, kind, name, prefecture) values ('66666666-6666-4666-8666-666666666666', 'network', 'みなと地域連携', null);
insert into organisation_member (organisation_id, person_id, roles) values ('66666666-6666-4666-8666-666666666666', '33333333-3333-4333-8333-333333333333', '{organisation-administrator,supporter}');
insert into organisation_invitation (organisation_id, id, token_hash, name, roles, invited_by, expires_at)
  values ('66666666-6666-4666-8666-666666666666', gen_random_uuid(), sha256('organisation invitation'), '支援の人', '{supporter}', '33333333-3333-4333-8333-333333333333', '2100-01-01T00:00:00Z');
insert into organisation_facility (facility_id, organisation_id, proposed_by, confirmed_by, confirmed_at, shows)
  values ('11111111-1111-4111-8111-111111111111', '66666666-6666-4666-8666-666666666666', '33333333-3333-4333-8333-333333333333', '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z', 'score');
insert into support_agreement (facility_id, id, organisation_id, purpose, scope, made_by, made_at, ends_at, accepted_by, accepted_at)
  values ('11111111-1111-4111-8111-111111111111', '77777777-7777-4777-8777-777777777777', '66666666-6666-4666-8666-666666666666', '点検の支援', '{support-sheet}', '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z', '2027-03-31T15:00:00Z', '33333333-3333-4333-8333-333333333333', '2026-06-01T00:00:00Z');
insert into support_entry (facility_id, agreement_id, person_id, organisation_id, first_at, last_at) values ('11111111-1111-4111-8111-111111111111', '77777777-7777-4777-8777-777777777777', '33333333-3333-4333-8333-333333333333', '66666666-6666-4666-8666-666666666666', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z');
