-- What is still to be done about risks, by its last day.
create index risk_treatment_due on risk_treatment (facility_id, due_on, id) where done_on is null;

-- As in 0045. What waits for a day somebody chose waits for it however far it is: a clock that was ahead has not moved it.
create or replace function recall_jobs() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare recalled integer;
begin
  update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
    where t.id = j.task_id and j.locked_at is null and t.identifier not in ('due.remind', 'audit.correction-due', 'plan.due-again')
      and j.run_at > now() + case t.identifier when 'mail.purge' then interval '32 days' else interval '25 hours' end;
  get diagnostics recalled = row_count;
  return recalled;
end $$;

-- A supporter helps with what a facility answers for itself, and never sees an audit (ADR 0047), nor what one has established.
create policy established_value_not_supported on established_value as restrictive
  using (kind <> 'audited' or (select scope_agreement()) is null);
create policy audit_not_supported on audit as restrictive using ((select scope_agreement()) is null);
create policy audit_member_not_supported on audit_member as restrictive using ((select scope_agreement()) is null);
create policy audit_finding_not_supported on audit_finding as restrictive using ((select scope_agreement()) is null);
create policy audit_request_not_supported on audit_request as restrictive using ((select scope_agreement()) is null);
create policy audit_interview_not_supported on audit_interview as restrictive using ((select scope_agreement()) is null);
