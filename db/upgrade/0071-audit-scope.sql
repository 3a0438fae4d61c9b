insert into audit_concern (facility_id, audit_id, item_id, systems)
  values ('11111111-1111-4111-8111-111111111111', '41414141-4141-4141-8141-414141414141', 'S1', '{電子カルテ}');
insert into audited_summary (facility_id, reported_at, compared, difference)
  values ('11111111-1111-4111-8111-111111111111', '2026-11-05T00:00:00Z', 1, 1);
