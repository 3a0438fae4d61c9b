-- An audit may be about clauses or systems alone; of the three it has at least one.
alter table audit drop constraint audit_areas_check;
alter table audit add constraint audit_areas_check check (cardinality(areas) <= 40);
alter table audit add constraint audit_scope_check
  check (cardinality(areas) + cardinality(clauses) + cardinality(system_names) > 0);
