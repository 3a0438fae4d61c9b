-- A risk as it was when accepting it was last put before the executives: its words, numbers and treatments, and what has changed
-- since they accepted it. What was asked before stands for the risk as it is.
alter table risk add column accept_basis jsonb;
alter table risk no force row level security;
alter table risk_treatment no force row level security;
update risk set accept_basis = jsonb_build_object('title', title, 'assets', to_jsonb(assets), 'threat', threat, 'weakness', weakness,
    'careFunction', care_function, 'outageHours', outage_hours, 'patients', patients, 'leaked', leaked, 'changed', null,
    'treatments', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'option', x.option, 'what', x.what, 'done', x.done_on is not null))
      from risk_treatment x where x.facility_id = risk.facility_id and x.risk_id = risk.id), '[]'))
  where accept_until is not null;
alter table risk force row level security;
alter table risk_treatment force row level security;
alter table risk add check ((accept_until is null) = (accept_basis is null));
