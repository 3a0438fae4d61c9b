select seal_activity('2026-06-01T00:00:00Z');
