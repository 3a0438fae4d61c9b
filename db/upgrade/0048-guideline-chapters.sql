insert into clause_record (facility_id, clause_id, owner_id, documents)
  values ('11111111-1111-4111-8111-111111111111', 'PLN6-04', '22222222-2222-4222-8222-222222222222', '運用管理規程');
