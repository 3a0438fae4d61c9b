-- A job that waits for a day somebody chose.
select 1;
