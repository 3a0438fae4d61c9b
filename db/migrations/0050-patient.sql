-- Where patients ask about their information, and how they learn of it.
create table explanation_desk (
  facility_id uuid primary key references facility,
  place text not null check (char_length(place) between 1 and 200),
  in_charge text not null default '' check (char_length(in_charge) <= 200),
  hours text not null default '' check (char_length(hours) <= 200),
  announced text not null default '' check (char_length(announced) <= 500),
  revision integer not null default 1,
  changed_at timestamptz not null default now()
);
alter table explanation_desk enable row level security;
alter table explanation_desk force row level security;
create policy explanation_desk_own on explanation_desk using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy explanation_desk_leaving on explanation_desk to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on explanation_desk for select to current_user using ((select scope_backup()));
grant select, insert, update on explanation_desk to mamori_app;

-- What was asked there, without who asked.
create table enquiry (
  facility_id uuid not null references facility,
  id uuid not null,
  received_on date not null,
  gist text not null check (char_length(gist) between 1 and 500),
  reply text not null default '' check (char_length(reply) <= 1000),
  replied_on date,
  revision integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (facility_id, id)
);
alter table enquiry enable row level security;
alter table enquiry force row level security;
create policy enquiry_own on enquiry using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy enquiry_leaving on enquiry to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on enquiry for select to current_user using ((select scope_backup()));
grant select, insert, update on enquiry to mamori_app;

create index enquiry_in_order on enquiry (facility_id, received_on desc, id desc);

-- What was given to third parties, on what ground, and where it is settled who answers for what.
create table provision (
  facility_id uuid not null references facility,
  id uuid not null,
  provided_on date not null,
  recipient text not null check (char_length(recipient) between 1 and 200),
  content text not null check (char_length(content) between 1 and 500),
  ground text not null check (ground in ('consent', 'law', 'other')),
  ground_note text not null default '' check (char_length(ground_note) <= 500),
  agreement text not null default '' check (char_length(agreement) <= 500),
  revision integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (facility_id, id)
);
alter table provision enable row level security;
alter table provision force row level security;
create policy provision_own on provision using (facility_id = (select scope_facility()))
  with check (facility_id = (select scope_facility()));
create policy provision_leaving on provision to current_user
  using ((select scope_is('leaving')) and facility_id = (select scope_facility()))
  with check ((select scope_is('leaving')) and facility_id = (select scope_facility()));
create policy backup_read on provision for select to current_user using ((select scope_backup()));
grant select, insert, update on provision to mamori_app;

create index provision_in_order on provision (facility_id, provided_on desc, id desc);
