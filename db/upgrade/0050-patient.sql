insert into explanation_desk (facility_id, place, announced)
  values ('11111111-1111-4111-8111-111111111111', '1階 総合受付', '受付に掲示');
insert into enquiry (facility_id, id, received_on, gist, written_by, written_at)
  values ('11111111-1111-4111-8111-111111111111', '50505050-5050-4050-8050-505050505050', '2026-10-01', '開示の手続き',
    '22222222-2222-4222-8222-222222222222', '2026-10-01T00:00:00Z');
insert into provision (facility_id, id, provided_on, recipient, content, ground, written_by, written_at)
  values ('11111111-1111-4111-8111-111111111111', '50505050-5050-4050-8050-505050505051', '2026-10-02', '保健所', '届出', 'law',
    '22222222-2222-4222-8222-222222222222', '2026-10-02T00:00:00Z');
