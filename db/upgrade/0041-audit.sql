insert into audit (facility_id, id, kind, fiscal_year, title, sheet_id, planned_from, planned_to, areas, clauses, planned_at, run_id, begun_at)
  values ('11111111-1111-4111-8111-111111111111', '41414141-4141-4141-8141-414141414141', 'internal', 2026, '令和8年度 内部監査',
    'small-facility', '2026-10-01', '2026-10-31', '{S1}', '{GOV7-3-11}', '2026-09-01T00:00:00Z', '41414141-4141-4141-8141-414141414142',
    '2026-10-01T00:00:00Z');
insert into audit_member (facility_id, audit_id, person_id, lead, areas)
  values ('11111111-1111-4111-8111-111111111111', '41414141-4141-4141-8141-414141414141', '22222222-2222-4222-8222-222222222222', true,
    '{S1}');
insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, purpose, subject_id, scope_areas, begun_by)
  values ('11111111-1111-4111-8111-111111111111', '41414141-4141-4141-8141-414141414142', 'small-facility', '1.0.0', 2026, 'audit',
    '41414141-4141-4141-8141-414141414141', '{S1}', '22222222-2222-4222-8222-222222222222');
insert into answer (facility_id, run_id, item_id, value, note, revision, conclusion, answered_by)
  values ('11111111-1111-4111-8111-111111111111', '41414141-4141-4141-8141-414141414142', 'S1', '1', '台帳が古い', 1, 'minor',
    '22222222-2222-4222-8222-222222222222');
