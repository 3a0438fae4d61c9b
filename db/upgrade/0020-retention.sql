insert into person (id, name, system_roles, erased_at)
  values ('77777777-7777-4777-8777-777777777777', '削除された人', '{}', '2026-11-01T00:00:00Z');
