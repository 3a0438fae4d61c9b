insert into sheet_adoption (sheet_id, place, version) values ('checklist-institution', 1, 'R7');
insert into installed_sheet (sheet_id, version, sheet, bridge, hash, file_name, file_sha256, published_at) values ('checklist-vendor', 'R6',
  '{"id": "checklist-vendor", "version": "R6", "title": "チェックリスト", "description": "説明", "respondent": "担当", "notice": "説明", "published": "2026-11-27",
    "basis": ["様式"], "scale": {"id": "yes-no", "values": [{"value": "yes", "label": "はい"}], "guidance": []},
    "areas": [{"id": "R6-1", "title": "体制", "about": "説明", "measures": [], "items": [{"id": "R6-V-1-01", "text": "問い", "evidence": [], "links": [],
      "help": {"meaning": "意味", "goodExample": "例", "commonMistake": "誤り"}}]}]}',
  '{"sheet": "checklist-vendor", "from": "R5", "to": "R6", "items": [{"item": "R6-V-1-01", "change": "new"}], "dropped": []}',
  '15f789c120aa8106a3291315046a655fda4a2e2a6cdfcd0e39509bbeff73a475', '様式.xlsx', 'a1250114cd1dfb33a1250114cd1dfb33a1250114cd1dfb33a1250114cd1dfb33', '2026-11-27T00:00:00Z');
