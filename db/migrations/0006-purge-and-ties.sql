-- Evidence taken away more than 30 days ago is deleted for good, in its facility's own transaction.
create index evidence_removed on evidence (facility_id, removed_at) where removed_at is not null;
create index evidence_file on evidence (facility_id, file_id);
grant delete on evidence to mamori_app;
