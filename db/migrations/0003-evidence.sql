create table file (
  facility_id uuid not null references facility,
  id uuid not null,
  media_type text not null,
  size integer not null check (size between 1 and 20971520),
  sha256 bytea not null,
  created_at timestamptz not null default now(),
  primary key (facility_id, id)
);
alter table file enable row level security;
alter table file force row level security;
create policy file_own on file
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));

create table file_chunk (
  facility_id uuid not null,
  file_id uuid not null,
  seq integer not null,
  bytes bytea not null check (length(bytes) <= 262144),
  primary key (facility_id, file_id, seq),
  foreign key (facility_id, file_id) references file (facility_id, id) on delete cascade deferrable initially deferred
);
alter table file_chunk alter column bytes set storage external;
alter table file_chunk enable row level security;
alter table file_chunk force row level security;
create policy file_chunk_own on file_chunk
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));

create table evidence (
  facility_id uuid not null,
  id uuid not null,
  item_id text not null,
  file_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  added_by uuid not null references person,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (facility_id, id),
  foreign key (facility_id, file_id) references file (facility_id, id)
);
create index evidence_item on evidence (facility_id, item_id) where removed_at is null;
alter table evidence enable row level security;
alter table evidence force row level security;
create policy evidence_own on evidence
  using (facility_id = (select scope_facility())) with check (facility_id = (select scope_facility()));
