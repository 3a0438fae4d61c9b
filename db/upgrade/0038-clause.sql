insert into clause_record (facility_id, clause_id, owner_id, due_on, documents)
  values ('11111111-1111-4111-8111-111111111111', 'GOV7-1-01', '22222222-2222-4222-8222-222222222222', '2026-12-31', '法令一覧');
insert into clause_step (facility_id, id, clause_id, place, step, done_by, done_at)
  values ('11111111-1111-4111-8111-111111111111', '38383838-3838-4838-8838-383838383838', 'GOV7-1-01', 1, 'instructed',
    '22222222-2222-4222-8222-222222222222', '2026-10-01T00:00:00Z');
