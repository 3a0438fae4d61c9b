insert into backup_run (id, started_at, finished_at, state, file_name, bytes, row_count, copy_state, trial_state, trial_at)
  values ('88888888-8888-4888-8888-888888888888', '2026-11-01T18:00:00Z', '2026-11-01T18:01:00Z', 'done', 'mamori-2026-11-02.mamori', 4096, 120,
    'none', 'passed', '2026-11-01T18:02:00Z');
