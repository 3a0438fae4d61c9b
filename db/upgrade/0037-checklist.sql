insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, begun_by, without_vendor)
  values ('11111111-1111-4111-8111-111111111111', '37373737-3737-4737-8737-373737373737', 'checklist-institution', 'R7', 2026, '22222222-2222-4222-8222-222222222222', true);
insert into answer (facility_id, run_id, item_id, value, revision, answered_by, confirmed_on, target_on)
  values ('11111111-1111-4111-8111-111111111111', '37373737-3737-4737-8737-373737373737', 'R7-H-1-01', 'no', 1, '22222222-2222-4222-8222-222222222222', '2026-11-27', '2027-03-31');
insert into answer_history (facility_id, run_id, item_id, revision, value, note, origin, answered_by, confirmed_on, target_on)
  values ('11111111-1111-4111-8111-111111111111', '37373737-3737-4737-8737-373737373737', 'R7-H-1-01', 1, 'no', '', 'proposed', '22222222-2222-4222-8222-222222222222', '2026-11-27', '2027-03-31');
