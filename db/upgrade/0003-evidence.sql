begin;
insert into file (facility_id, id, media_type, size, sha256)
  values ('11111111-1111-4111-8111-111111111111', '55555555-5555-4555-8555-555555555555', 'application/pdf', 9, sha256(convert_to('%PDF-1.7' || E'\n', 'UTF8')));
insert into file_chunk (facility_id, file_id, seq, bytes) values ('11111111-1111-4111-8111-111111111111', '55555555-5555-4555-8555-555555555555', 0, convert_to('%PDF-1.7' || E'\n', 'UTF8'));
insert into evidence (facility_id, id, item_id, file_id, name, added_by)
  values ('11111111-1111-4111-8111-111111111111', '99999999-9999-4999-8999-999999999999', 'S1', '55555555-5555-4555-8555-555555555555', '規程.pdf', '22222222-2222-4222-8222-222222222222');
commit;
