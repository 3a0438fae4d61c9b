insert into year_day (facility_id, fiscal_year, step, due_on)
  values ('11111111-1111-4111-8111-111111111111', 2026, 'drill', '2026-12-14');
