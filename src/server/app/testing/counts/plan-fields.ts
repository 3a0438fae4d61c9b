import { asked, askedIn } from './asked-fields.ts';
import type { FieldsByReason } from './facility-counts.ts';
import { taken } from './sheet-fields.ts';

const changed = ['costPlanned', 'costSpent', 'personDays', 'fiscalYear', 'revision']
  .map((field) => `plan/task-changed#current.${field}`)
  .join(' ');

const askedAsItStands = ['plan/request-changed', 'plan/request-decided']
  .map((code) => askedIn(`${code}#current`))
  .join(' ');

const result = 'run.** result.** proven.** previous.** networkLevel mirror.** executives';

const run = 'fiscalYear answered items toConfirm';

/** Of the result, the plan, the year and the decisions of one facility. */
export const ofPlans: FieldsByReason = {
  'result and plan of one facility; executives are people of it': {
    'assessment.result': result,
    'assessment.submit': `${result} assessment/unanswered#items[] assessment/to-confirm#items[] assessment/days-missing#items[]`,
    'assessment.reopen': run,
    'plan.make':
      'cost established personDays areas[].** networkLevel.** gap chosen[].** limits.** leftOut[].** schedule[].** yearly[].** ways[].** outOfReach.** quarterDays[].**',
    'plan.frontier': 'now.** moreMoney.** moreTime.** curve[].** dayCurve[].** unproven',
    'year.read': 'fiscalYear steps[] dues[] own[]',
    'year.feed': 'answer',
    'year.setDay': 'fiscalYear steps[] dues[] own[]',
    'plan.costs': '[] [].yen [].personDays',
    'plan.tasks':
      'tasks[] tasks[].costPlanned tasks[].costSpent tasks[].personDays tasks[].fiscalYear tasks[].revision',
    'plan.taskSums': '[] [].quarter [].tasks [].costPlanned [].costSpent [].personDays',
    'plan.derivedAnswers': '[] [].tasks[]',
    'plan.task':
      'comments[] former[] former[].fiscalYear former[].comments[] carriedTo.fiscalYear task.costPlanned task.costSpent task.personDays task.fiscalYear task.revision',
    'plan.acceptPlan': 'added standing',
    'plan.carryOver': 'carried',
    'plan.wishes': '[] [].budget [].personDays [].fiscalYear [].roles[].** [].excluded[] [].begun[]',
    'plan.acceptances': '[] [].budget [].personDays [].roles[].** [].gap [].measures [].excluded[] [].begun[]',
    'plan.recurring': '[] [].cost [].personDays',
    'plan.addRecurring': 'added',
    'plan.addTask': 'costPlanned costSpent personDays fiscalYear revision',
    'plan.decisionRequests': `newest[] newest[].fiscalYear newest[].score newest[].weakAreas newest[].areas newest[].networkLevel newest[].proven.** due[] waiting[] suggested[] suggested[].cost ${['due', 'waiting'].map((part) => askedIn(`${part}[]`)).join(' ')}`,
    'plan.decisions': 'decisions[] decisions[].decision.fiscalYear decisions[].decision.number',
    'plan.askDecision': `${asked} ${askedIn('plan/asked-already#current')}`,
    'plan.editRequest': `${asked} ${askedAsItStands}`,
    'plan.withdrawRequest': askedIn('plan/request-decided#current'),
    'plan.decide': `${asked} ${askedAsItStands}`,
    'plan.decisionSheet': 'answer',
    'plan.editTask': `costPlanned costSpent personDays fiscalYear revision ${changed}`,
    'plan.takeDerived': taken,
  },
};
