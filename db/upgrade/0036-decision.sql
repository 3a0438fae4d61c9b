insert into decision_request (facility_id, id, kind, title, matter, cost, effect, waiting, needed_by, source, asked_by, asked_at)
  values ('11111111-1111-4111-8111-111111111111', '36363636-3636-4636-8636-363636363636', 'budget', '予算を決める', '対策3件の合計。',
    300000, '対策を進められる。', '対策が止まる。', '2026-12-31', 'tasks/2026', '22222222-2222-4222-8222-222222222222', now());
insert into decision (facility_id, id, request_id, fiscal_year, number, outcome, reason, until, decided_by, decided_at)
  values ('11111111-1111-4111-8111-111111111111', '36363636-3636-4636-8636-363636363637', '36363636-3636-4636-8636-363636363636',
    2026, 1, 'deferred', '', '2027-01-15', '22222222-2222-4222-8222-222222222222', now());
