-- No new table.
select 1;
