insert into measure_cost (facility_id, measure_id, person_days) values ('11111111-1111-4111-8111-111111111111', 'M07-3', 2.5);
