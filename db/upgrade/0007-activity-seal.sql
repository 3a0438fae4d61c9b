-- Sealed is only what is older than every transaction of the cluster that still runs.
do $$ begin
  for turn in 1..600 loop
    perform seal_activity('2026-06-01T00:00:00Z');
    exit when exists (select from activity_entry);
    perform pg_sleep(0.1);
  end loop;
end $$;
