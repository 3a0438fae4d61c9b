import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { clauseSteps } from '#core/compliance/clause/clause-cycle.ts';
import { clauseSource } from '#core/compliance/clause/clause-request.ts';
import { lastDayOf } from '#core/plan/task.ts';
import { askAboutClause, editClause, readClauses, setStep } from '../../compliance/index.ts';
import { decide, findRequests } from '../../plan/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** How many steps of its round each of these clauses has behind it, and where its documents are. */
const kept: readonly (readonly [string, number, string])[] = [
  ['GOV7-1-01', 4, '法令一覧（総務課の棚）'],
  ['GOV7-1-03', 4, '文書台帳（共有フォルダ「規程」）'],
  ['GOV7-1-05', 4, '組織図、任命書'],
  ['GOV7-1-06', 3, '自己点検の報告書'],
  ['GOV7-1-07', 2, '年度計画（案）'],
  ['GOV7-3-03', 4, '任命書'],
  ['GOV7-3-08', 2, '対策一覧'],
  ['GOV7-3-09', 2, '研修の受講記録'],
  ['GOV7-3-10', 3, '自己点検表'],
  ['GOV7-3-13', 1, ''],
  ['GOV7-3-15', 3, '停止訓練の記録'],
  ['PLN6-04', 3, '運用管理規程（共有フォルダ「規程」）'],
  ['OPS6-14', 1, '利用者の登録・削除の手順'],
];

/** What the hospital cannot keep this year, why, and what its executives say to that. */
const undone = {
  clauseId: 'GOV7-3-16',
  reason: '非常時の調査と復旧を頼む会社との契約は、来年度の予算から結べます。今年度は相談先の一覧で備えます。',
  said: '来年度の予算に、支援の契約を入れる。',
};

/** What the leading hospital has done about the clauses of the guideline this year. */
export function fillLeadingClauses({ db, catalogue }: Parts, opened: OpenedFacility, span: Span): Promise<void> {
  const { members } = opened;
  const planner = holderOf(members, 'planner');
  const leader = holderOf(members, 'safety-manager');
  const executive = holderOf(members, 'executive');
  const year = span.years[thisYear] ?? 0;
  const at = (step: number) => momentIn(year, span.now, 0.2 + 0.15 * step, 0.2 + 0.15 * step);
  return actAs(db, opened.id, planner, async (as) => {
    const { parts } = await readClauses(as(planner, at(0)), catalogue);
    if (parts.flatMap(({ clauses }) => clauses).some(({ revision }) => revision > 0)) return;
    for (const [clauseId, steps, documents] of kept) {
      const edit = { clauseId, revision: 0, ownerId: planner.id, dueOn: lastDayOf(year, 4), undone: '' };
      await editClause(as(planner, at(0)), catalogue, { ...edit, documents });
      for (const [after, step] of clauseSteps.slice(0, steps).entries()) {
        await setStep(as(leader, at(after)), catalogue, { clauseId, step, note: '', after });
      }
    }
    const { clauseId, reason, said } = undone;
    const why = { clauseId, revision: 0, ownerId: planner.id, dueOn: lastDayOf(year, 4), documents: '相談先の一覧' };
    const { revision } = await editClause(as(planner, at(0)), catalogue, { ...why, undone: reason });
    await askAboutClause(as(planner, at(2.8)), catalogue, { clauseId, revision });
    const request = (await findRequests(as(planner, at(2.8)), clauseSource(clauseId))).find(
      ({ source }) => source === clauseSource(clauseId),
    );
    if (!request) return;
    const decision = { requestId: request.id, revision: request.revision, outcome: 'approved' as const, until: null };
    await decide(as(executive, at(3)), { ...decision, reason: said });
  });
}
