insert into system_event (id, at, act, subject, actor, detail)
  values (gen_random_uuid(), '2026-06-01T00:00:00Z', 'organisation.joined', '66666666-6666-4666-8666-666666666666', '33333333-3333-4333-8333-333333333333', '{"roles": "supporter"}');
