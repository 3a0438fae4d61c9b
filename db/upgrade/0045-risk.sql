insert into risk_criteria (facility_id, likelihood, impact, attention_from, urgent_from)
  values ('11111111-1111-4111-8111-111111111111',
    '[{"title": "低い", "meaning": ""}, {"title": "中くらい", "meaning": ""}, {"title": "高い", "meaning": ""}]',
    '[{"title": "小さい", "meaning": "", "hours": null, "patients": null, "leaked": null},
      {"title": "中くらい", "meaning": "", "hours": 4, "patients": null, "leaked": null},
      {"title": "大きい", "meaning": "", "hours": 24, "patients": null, "leaked": null}]', 3, 6);
insert into risk (facility_id, id, number, title, owner_id, likelihood, impact, stage, added_at)
  values ('11111111-1111-4111-8111-111111111111', '45454545-4545-4545-8545-454545454545', 1, '保守回線からの侵入',
    '22222222-2222-4222-8222-222222222222', 2, 3, 'treating', '2026-10-01T00:00:00Z');
insert into risk_treatment (facility_id, id, risk_id, option, what, owner_id)
  values ('11111111-1111-4111-8111-111111111111', '45454545-4545-4545-8545-454545454546', '45454545-4545-4545-8545-454545454545',
    'reduce', '使うときだけ開ける', '22222222-2222-4222-8222-222222222222');
insert into risk_passed (facility_id, suggestion_id, fiscal_year, passed_by, passed_at)
  values ('11111111-1111-4111-8111-111111111111', 'media', 2026, '22222222-2222-4222-8222-222222222222', '2026-10-01T00:00:00Z');
