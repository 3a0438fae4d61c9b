-- A risk the executives were asked to accept, with what is done about it.
insert into risk (facility_id, id, number, title, likelihood, impact, stage, accept_reason, accept_until, accept_likelihood,
    accept_impact, added_at)
  values ('11111111-1111-4111-8111-111111111111', '61616161-6161-4161-8161-616161616161', 61, '検査機器の古いOS', 2, 3, 'acceptance',
    '更新は来年度', '2027-03-31', 2, 3, '2026-10-01T00:00:00Z');
insert into risk_treatment (facility_id, id, risk_id, option, what)
  values ('11111111-1111-4111-8111-111111111111', '61616161-6161-4161-8161-616161616162', '61616161-6161-4161-8161-616161616161',
    'reduce', '院内の網から切り離す');
-- A finding nobody has given a day.
insert into audit_finding (facility_id, id, audit_id, item_id, conclusion, statement, state)
  values ('11111111-1111-4111-8111-111111111111', '61616161-6161-4161-8161-616161616163', '41414141-4141-4141-8141-414141414141', 'S2',
    'major', '手順が無い', 'open');
