insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, status, begun_by, begun_at, submitted_by, submitted_at)
  values ('11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444', 'small-facility', '1.0.0', 2026, 'submitted', '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z', '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z');
insert into answer (facility_id, run_id, item_id, value, note, revision, answered_by, answered_at)
  values ('11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444', 'S1', '2', '毎月点検している', 1, '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z');
insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by, answered_at)
  values ('11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444', 'S1', 1, '2', '毎月点検している', 'typed', '22222222-2222-4222-8222-222222222222', '2026-06-01T00:00:00Z');
insert into assignment (facility_id, run_id, area_id, person_id, assigned_by) values ('11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444', 'S1', '22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222');
