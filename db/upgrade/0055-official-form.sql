insert into form_draft (id, sheet_id, file_name, file_sha256, file_bytes, rows, mapping, items, created_at, changed_at) values
  ('53535353-5353-4353-8353-535353535353', 'checklist-institution', '様式.xlsx', 'b811208b1d29fe0fb811208b1d29fe0fb811208b1d29fe0fb811208b1d29fe0f', 25655,
    '[["1-①", "項目"]]', '{"number": 0, "text": 1, "answer": null, "target": null, "equipment": null, "roles": ["item"]}', '[]', '2026-11-27T00:00:00Z', '2026-11-27T00:00:00Z');
