insert into result (facility_id, run_id, submitted_at, sheet_id, sheet_version, rules_version, result)
  values ('11111111-1111-4111-8111-111111111111', '44444444-4444-4444-8444-444444444444', '2026-06-01T00:00:00Z', 'small-facility', '1.0.0', '1', '{"score": 2}');
insert into assessment_summary (facility_id, fiscal_year, sheet_id, sheet_version, run_id, facility_type, bed_class, score, level, submitted_at)
  values ('11111111-1111-4111-8111-111111111111', 2026, 'small-facility', '1.0.0', '44444444-4444-4444-8444-444444444444', 'hospital', '200-299', 2, 2, '2026-06-01T00:00:00Z');
