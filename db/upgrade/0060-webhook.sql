insert into webhook (facility_id, id, title, address, acts, secret, made_at)
  values ('11111111-1111-4111-8111-111111111111', '60606060-6060-4060-8060-606060606060', '院内の台帳', 'https://hooks.example.jp/mamori',
    '{assessment.submitted}', 'sealed', '2026-11-01T00:00:00Z');
insert into webhook_delivery (facility_id, id, webhook_id, act_id, act, subject, occurred_at, state, attempts, status, tried_at)
  values ('11111111-1111-4111-8111-111111111111', '60606060-6060-4060-8060-606060606061', '60606060-6060-4060-8060-606060606060',
    '60606060-6060-4060-8060-606060606062', 'assessment.submitted', '60606060-6060-4060-8060-606060606063', '2026-11-02T00:00:00Z',
    'delivered', 1, 204, '2026-11-02T00:00:01Z');
