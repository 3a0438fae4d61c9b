-- Which files may change; no table is new.
select 1;
