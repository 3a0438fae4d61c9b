insert into vendor_system (facility_id, id, vendor, system, contact, email, changed_at)
  values ('11111111-1111-4111-8111-111111111111', '40404040-4040-4040-8040-404040404040', '青葉システム', '電子カルテ', '佐藤', '', now());
insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, purpose, subject_id, begun_by)
  values ('11111111-1111-4111-8111-111111111111', '40404040-4040-4040-8040-404040404041', 'checklist-vendor', 'R7', 2026, 'vendor',
    '40404040-4040-4040-8040-404040404040', '22222222-2222-4222-8222-222222222222');
insert into person (id, name, contact_of)
  values ('40404040-4040-4040-8040-404040404042', '事業者の回答（青葉システム 佐藤）', '11111111-1111-4111-8111-111111111111');
insert into vendor_form_link (facility_id, id, run_id, contact_id, token_hash, made_at, expires_at)
  values ('11111111-1111-4111-8111-111111111111', '40404040-4040-4040-8040-404040404043', '40404040-4040-4040-8040-404040404041',
    '40404040-4040-4040-8040-404040404042', sha256('upgrade'), now(), now() + interval '30 days');
