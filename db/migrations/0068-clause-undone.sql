-- Why a clause is not kept is asked as a kind of its own, of the clause and no more of the clause and the year. What was decided in
-- the former words (「認めるか、対応させるかを決める」) may have meant either, so it stands in the record and is asked anew.
alter table decision_request drop constraint decision_request_kind_check;
alter table decision_request add check (kind in ('budget', 'risk-acceptance', 'appointment', 'closing', 'clause-undone', 'other'));
alter table decision_request no force row level security;
alter table decision no force row level security;
update decision_request q set withdrawn_at = now(), revision = revision + 1
  where source like 'clause/%' and withdrawn_at is null
    and (exists (select from decision d where d.facility_id = q.facility_id and d.request_id = q.id and d.outcome <> 'deferred')
      or exists (select from decision_request later where later.facility_id = q.facility_id and later.withdrawn_at is null
        and split_part(later.source, '/', 1) = 'clause' and split_part(later.source, '/', 2) = split_part(q.source, '/', 2)
        and split_part(later.source, '/', 3) > split_part(q.source, '/', 3)));
update decision_request set kind = 'clause-undone', revision = revision + 1,
    title = replace(title, 'をできない理由を認めるか、対応させるかを決める', 'ができない理由を認める'),
    effect = '認めると、今年度はこの条項を遅れとせず、お知らせもしません。認めないと、対応を続けます。どちらも番号の付いた記録が残ります（経営管理編 4②）。'
  where source like 'clause/%' and withdrawn_at is null;
update decision_request set source = 'clause/' || split_part(source, '/', 2) where source like 'clause/%';
alter table decision_request force row level security;
alter table decision force row level security;
