-- An index; no table is new.
select 1;
