insert into plan_wish (facility_id, fiscal_year, sheet_id, wish)
  values ('11111111-1111-4111-8111-111111111111', 2026, 'hospital',
    '{"budget":500000,"personDays":30,"goal":"weakest","fiscalYear":2026,"roles":[],"excluded":[],"begun":["M07-1"]}');
insert into plan_acceptance (facility_id, id, fiscal_year, run_id, wish, status, gap, measures)
  select '11111111-1111-4111-8111-111111111111', '77777777-7777-4777-8777-777777777777', 2026, id,
    '{"budget":500000,"personDays":30,"goal":"weakest","roles":[],"excluded":[],"begun":["M07-1"]}', 'optimal', 0, 4
  from run where facility_id = '11111111-1111-4111-8111-111111111111' order by id limit 1;
