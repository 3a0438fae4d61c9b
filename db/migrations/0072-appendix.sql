-- The 別紙 of 保守委託機関編 may be loaded as the forms of the checklist are, and what is kept of a clause is also kept of its items: ENT70-2-01.
alter table form_draft drop constraint form_draft_sheet_id_check;
alter table form_draft add constraint form_draft_sheet_id_check check (sheet_id in ('checklist-institution',
  'checklist-pharmacy', 'checklist-vendor', 'entrusted-appendix'));
alter table clause_record drop constraint clause_record_clause_id_check;
alter table clause_record add check (clause_id ~ '^[A-Z]+[0-9]{1,4}-[0-9]{1,2}(-[0-9]{2})?$');
alter table clause_step drop constraint clause_step_clause_id_check;
alter table clause_step add check (clause_id ~ '^[A-Z]+[0-9]{1,4}-[0-9]{1,2}(-[0-9]{2})?$');
