insert into audit_remark (facility_id, id, audit_id, clause_id, conclusion, statement, written_by, written_at)
  values ('11111111-1111-4111-8111-111111111111', '80808080-8080-4080-8080-808080808080', '41414141-4141-4141-8141-414141414141', 'GOV7-1-04',
    'minor', '決裁の記録がない', '22222222-2222-4222-8222-222222222222', '2026-10-10T00:00:00Z');
insert into audit_finding (facility_id, id, audit_id, system, conclusion, statement, state)
  values ('11111111-1111-4111-8111-111111111111', '80808080-8080-4080-8080-808080808081', '41414141-4141-4141-8141-414141414141', '電子カルテ',
    'observation', '構成図が古い', 'noted');
