-- A finding that is closed and one that is sent back are two acts. What was recorded as one says in its detail which it was; whoever
-- is told that findings are closed goes on being told so.
alter table activity no force row level security;
alter table webhook no force row level security;
alter table webhook_delivery no force row level security;
update webhook set acts = array_replace(acts, 'audit.verified', 'audit.closed') where 'audit.verified' = any (acts);
update webhook_delivery d set act = case a.detail ->> 'step' when 'sent-back' then 'audit.sent-back' else 'audit.closed' end
  from activity a where a.facility_id = d.facility_id and a.id = d.act_id and d.act = 'audit.verified';
alter table activity force row level security;
alter table webhook force row level security;
alter table webhook_delivery force row level security;

-- The members of a facility who hold one of these roles, for a job that has a letter to whoever does when it runs.
create function members_with(wanted uuid, held text[]) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.facility_id', wanted::text, true);
  return query select m.person_id from member m where m.facility_id = wanted and m.roles && held order by m.person_id;
  perform set_config('app.facility_id', '', true);
end $$;
revoke execute on function members_with(uuid, text[]) from public;
grant execute on function members_with(uuid, text[]) to mamori_app;
