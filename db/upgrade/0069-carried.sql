-- A column and an index; no table is new.
select 1;
