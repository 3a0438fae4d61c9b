-- The two days of an answer of the ministry checklist: when it was confirmed, and by when what is いいえ is to be はい. They
-- belong to the answer, so they stand with it and in its history. Empty on every other sheet.
alter table answer add column confirmed_on date, add column target_on date;
alter table answer add check (confirmed_on is null and target_on is null or value is not null);
alter table answer_history add column confirmed_on date, add column target_on date;
alter table answer_history drop constraint answer_history_origin_check;
alter table answer_history add check (origin in ('typed', 'file', 'carried-over', 'self-check', 'proposed'));

-- The facility has no vendor under contract: what the checklist asks about vendors is set aside in this run.
alter table run add column without_vendor boolean not null default false;
