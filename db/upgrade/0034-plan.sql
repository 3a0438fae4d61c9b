insert into measure_cost (facility_id, measure_id, yen) values ('11111111-1111-4111-8111-111111111111', 'M07-1', 120000);
insert into task (facility_id, id, fiscal_year, measure_id, title, owner_id, due_on, status, cost_planned, person_days)
  values ('11111111-1111-4111-8111-111111111111', '34343434-3434-4434-8434-343434343434', 2026, 'M07-1', '接続点を一覧にする',
    '22222222-2222-4222-8222-222222222222', '2026-12-31', 'todo', 0, 3);
