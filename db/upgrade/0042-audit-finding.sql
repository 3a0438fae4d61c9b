insert into established_value (facility_id, item_id, kind, source_id, value, claimed, established_on)
  values ('11111111-1111-4111-8111-111111111111', 'S1', 'audited', '41414141-4141-4141-8141-414141414141', '1', '2', '2026-10-31');
insert into audit_finding (facility_id, id, audit_id, item_id, conclusion, statement, state, owner_id, due_on)
  values ('11111111-1111-4111-8111-111111111111', '42424242-4242-4242-8242-424242424242', '41414141-4141-4141-8141-414141414141', 'S1',
    'minor', '台帳が古い', 'open', '22222222-2222-4222-8222-222222222222', '2026-12-31');
