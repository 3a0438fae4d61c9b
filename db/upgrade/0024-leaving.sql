insert into leaving (facility_id, announced_by, announced_at, due_at)
  values ('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '2026-11-25T00:00:00Z', '2100-01-01T00:00:00Z');
