-- A column that follows from another and indexes; no table is new.
select 1;
