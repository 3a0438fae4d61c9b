-- An answer may be what finished tasks speak for, confirmed by a person.
alter table answer_history drop constraint answer_history_origin_check;
alter table answer_history add constraint answer_history_origin_check
  check (origin in ('typed', 'file', 'carried-over', 'self-check', 'proposed', 'bridged', 'derived'));
