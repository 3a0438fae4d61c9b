-- What a run is for: the facility's own, one executive's private one, a vendor's form about one of its systems, or an audit.
-- `subject_id` names the system or the audit; each of them ties it to its own table by a generated column.
alter table run add column purpose text not null default 'own' check (purpose in ('own', 'executive', 'vendor', 'audit'));
alter table run add column subject_id uuid;
-- Forced row security binds the owner too, so it is lifted for the one statement.
alter table run no force row level security;
update run set purpose = 'executive' where executive_id is not null;
alter table run force row level security;
alter table run add check ((purpose = 'executive') = (executive_id is not null));
alter table run add check ((purpose in ('vendor', 'audit')) = (subject_id is not null));
alter table run drop constraint run_facility_id_sheet_id_fiscal_year_executive_id_key;
alter table run add unique nulls not distinct (facility_id, sheet_id, fiscal_year, executive_id, subject_id);
