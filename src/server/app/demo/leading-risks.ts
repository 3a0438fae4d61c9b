import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import { lastDayOf } from '#core/plan/task.ts';
import { riskSource } from '#core/risk/acceptance-request.ts';
import type { Risk } from '#core/risk/risk.ts';
import { openFindings } from '../../audit/index.ts';
import { decide, findRequests, listTasks } from '../../plan/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import {
  addTreatment,
  askAcceptance,
  assessRisk,
  editRisk,
  listRisks,
  passSuggestion,
  takeSuggestion,
  treatmentChoices,
} from '../../risk/index.ts';
import { type Acting, type As, actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import { type DemoRisk, leadingRisks } from './made-risks.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };
type Filling = {
  readonly as: As;
  readonly catalogue: Catalogue;
  readonly people: { readonly planner: Acting; readonly operator: Acting; readonly executive: Acting };
  readonly at: (share: number) => Date;
  readonly now: Date;
  readonly year: number;
};

async function assessed(
  filling: Filling,
  { id: suggestionId, likelihood, impact, after, ...words }: DemoRisk,
): Promise<Risk> {
  const { as, catalogue, people, at } = filling;
  const taken = await takeSuggestion(as(people.planner, at(0.58)), { catalogue, openFindings }, suggestionId);
  const { title, assets, threat, weakness, careFunction } = taken;
  const edit = { title, assets, threat, weakness, careFunction, ...words.consequence, ownerId: people.operator.id };
  const { id: riskId, revision } = await editRisk(as(people.planner, at(0.59)), {
    riskId: taken.id,
    revision: 1,
    ...edit,
  });
  if (likelihood === null || impact === null) return taken;
  const estimate = { likelihood, impact, after, afterNote: '' };
  return assessRisk(as(people.planner, at(0.6)), { riskId, revision, criteriaRevision: 0, ...estimate });
}

/** Treats a risk by the first measures proposed for it, so many of them done, and by what else people thought of. */
async function treated({ as, catalogue, people, at, year }: Filling, risk: Risk, demo: DemoRisk): Promise<Risk> {
  const now = at(0.65);
  const operator = as(people.operator, now);
  const { tasks } = await listTasks(operator, catalogue, { fiscalYear: year });
  const nothing = { kind: null, lineId: null, measureId: null, taskId: null };
  const measures = treatmentChoices(catalogue).measures.filter(({ suggestionId }) => suggestionId === demo.id);
  const proposed = measures.slice(0, demo.treatments).map(({ measureId, text: what, lineId, kind }, place) => {
    const taskId = tasks.find((task) => task.measureId === measureId)?.id ?? null;
    const doneOn = place < demo.done ? dayInJapan(now) : null;
    return { option: 'reduce' as const, what, reason: '', doneOn, kind, lineId, measureId, taskId };
  });
  const other = demo.other ? [{ ...nothing, ...demo.other, doneOn: dayInJapan(now) }] : [];
  let current = risk;
  for (const treatment of [...proposed, ...other]) {
    const edit = { ...treatment, ownerId: people.operator.id, dueOn: lastDayOf(year, 4) };
    current = await addTreatment(operator, catalogue, { riskId: risk.id, revision: current.revision, ...edit });
  }
  return current;
}

async function accepted(filling: Filling, risk: Risk, { acceptance }: DemoRisk): Promise<void> {
  if (!acceptance) return;
  const { as, people, at, now } = filling;
  const until = daysAfter(dayInJapan(now), acceptance.endsIn);
  // In the first days of a fiscal year nothing can have ended in it yet.
  if (until <= dayInJapan(at(0.7))) return;
  const { reason } = acceptance;
  await askAcceptance(as(people.planner, at(0.68)), { riskId: risk.id, revision: risk.revision, reason, until });
  if (!acceptance.decided) return;
  const by = as(people.executive, at(0.7));
  const request = (await findRequests(by, riskSource(risk.id))).find(({ source }) => source === riskSource(risk.id));
  if (!request) return;
  const decision = { outcome: 'approved' as const, reason: '期限までに見直す。', until };
  await decide(by, { ...decision, requestId: request.id, revision: request.revision });
}

/** The risks of the leading hospital: from its own results and what happened elsewhere, in every state. */
export function fillLeadingRisks({ db, catalogue }: Parts, { id, members }: OpenedFacility, span: Span): Promise<void> {
  const people = {
    planner: holderOf(members, 'planner'),
    operator: holderOf(members, 'operator'),
    executive: holderOf(members, 'executive'),
  };
  const year = span.years[thisYear] ?? 0;
  const at = (share: number) => momentIn(year, span.now, share, 0.5);
  return actAs(db, id, people.planner, async (as) => {
    const filling = { as, catalogue, people, at, now: span.now, year };
    const { risks } = await listRisks(as(people.planner, span.now), { basis: 'before' });
    if (risks.length > 0) return;
    for (const demo of leadingRisks) {
      const risk = await assessed(filling, demo);
      await accepted(filling, await treated(filling, risk, demo), demo);
    }
    const passing = { suggestionId: 'device-lost', passed: true, reason: '持ち出す端末がない' };
    await passSuggestion(as(people.planner, at(0.6)), { catalogue, openFindings }, passing);
  });
}
