insert into run (facility_id, id, sheet_id, sheet_version, moved_from, fiscal_year, begun_by)
  values ('11111111-1111-4111-8111-111111111111', '51515151-5151-4151-8151-515151515151', 'checklist-pharmacy', 'R7', 'R6', 2026,
    '22222222-2222-4222-8222-222222222222');
insert into answer (facility_id, run_id, item_id, value, revision, answered_by, former)
  values ('11111111-1111-4111-8111-111111111111', '51515151-5151-4151-8151-515151515151', 'R6-P-1-01', 'yes', 1,
    '22222222-2222-4222-8222-222222222222', true);
insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by)
  values ('11111111-1111-4111-8111-111111111111', '51515151-5151-4151-8151-515151515151', 'R6-P-1-01', 1, 'yes', '', 'bridged',
    '22222222-2222-4222-8222-222222222222');
