insert into regulation (facility_id, id, kind, title, clause_ids, review_on)
  values ('11111111-1111-4111-8111-111111111111', '49494949-4949-4949-8949-494949494949', 'policy', '情報セキュリティ方針',
    '{GOV7-3-07}', '2027-03-31');
insert into regulation_version (facility_id, id, regulation_id, number, valid_on, changes, body, written_by, written_at,
    approved_by, approved_at)
  values ('11111111-1111-4111-8111-111111111111', '49494949-4949-4949-8949-494949494950', '49494949-4949-4949-8949-494949494949',
    1, '2026-04-01', '初めて作った', '守ります。', '22222222-2222-4222-8222-222222222222', '2026-03-01T00:00:00Z',
    '22222222-2222-4222-8222-222222222222', '2026-03-02T00:00:00Z');
