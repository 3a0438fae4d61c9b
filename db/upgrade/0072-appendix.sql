-- A wider check; no table is new.
select 1;
