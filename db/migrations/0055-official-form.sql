-- A form of the ministry on its way to becoming a version: what its workbook says, how it is read, and what was decided of each
-- line. Only the system administrator sees it; published or thrown away, it is gone.
create table form_draft (
  id uuid primary key,
  sheet_id text not null check (sheet_id in ('checklist-institution', 'checklist-pharmacy', 'checklist-vendor')),
  file_name text not null check (length(file_name) <= 200),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes integer not null,
  rows jsonb not null,
  mapping jsonb not null,
  items jsonb not null,
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
alter table form_draft enable row level security;
alter table form_draft force row level security;
create policy form_draft_system on form_draft
  using ((select scope_is('system'))) with check ((select scope_is('system')));
create policy backup_read on form_draft for select to current_user using ((select scope_backup()));
grant select, insert, update, delete on form_draft to mamori_app;
