-- What is kept of a clause is also kept of a chapter, where the clauses of a part could not be read one by one: PLN6-04.
alter table clause_record drop constraint clause_record_clause_id_check;
alter table clause_record add check (clause_id ~ '^[A-Z]+[0-9]-[0-9]{1,2}(-[0-9]{2})?$');
alter table clause_step drop constraint clause_step_clause_id_check;
alter table clause_step add check (clause_id ~ '^[A-Z]+[0-9]-[0-9]{1,2}(-[0-9]{2})?$');
