insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, purpose, executive_id, begun_by)
  values ('11111111-1111-4111-8111-111111111111', '39393939-3939-4939-8939-393939393939', 'executive', '1.0.0', 2026, 'executive',
    '22222222-2222-4222-8222-222222222222', '22222222-2222-4222-8222-222222222222');
