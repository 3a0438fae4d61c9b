-- The files of a version an executive has approved are part of what was approved: the application adds none and changes none of them.
-- Not by what may be held for an update: so that whoever tries is told why.
create policy evidence_settled_added on evidence as restrictive for insert to mamori_app
  with check (not exists (select from regulation_version v
    where v.facility_id = evidence.facility_id and v.id::text = evidence.item_id and v.approved_at is not null));
create policy evidence_settled_changed on evidence as restrictive for update to mamori_app using (true)
  with check (not exists (select from regulation_version v
    where v.facility_id = evidence.facility_id and v.id::text = evidence.item_id and v.approved_at is not null));
