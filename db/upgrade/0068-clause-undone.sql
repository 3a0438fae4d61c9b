-- A kind and other words; no table is new.
select 1;
