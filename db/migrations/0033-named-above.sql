-- Who proposed or ended a membership from above is still named in the facility's log once the membership is gone.
create policy person_from_above on person for select to mamori_app using (
  exists (select 1 from activity a where a.person_id = person.id and a.facility_id = (select scope_facility())
    and a.act in ('support.asked', 'support.left', 'organisation.proposed', 'organisation.left')));
