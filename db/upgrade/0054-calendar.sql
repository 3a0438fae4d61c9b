insert into calendar_link (facility_id, person_id, token_hash)
  values ('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', sha256('calendar'));
