import type { FieldsByReason } from './facility-counts.ts';

const audit = (at: string) =>
  [
    ...['fiscalYear', 'revision', 'areas[]', 'clauses[]', 'clauses[].items[]', 'systems[]', 'team[]', 'team[].areas[]'],
    ...['concerned[]', 'concerned[].systems[]', 'findings[].clauses[]', 'findings[].systems[]'],
    ...['team[].involvements[]', 'team[].involvements[].fiscalYear', 'progress.items', 'progress.done'],
    ...['openFindings', 'lateFindings', 'findings[]', 'findings[].revision', 'veracity.**'],
    ...['remarks[]', 'remarks[].revision', 'requests[]', 'requests[].revision', 'interviews[]', 'teamChanges[]'],
    ...['teamChanges[].former[]', 'teamChanges[].former[].areas[]', 'teamChanges[].present[]'],
    'teamChanges[].present[].areas[]',
  ]
    .map((field) => at + field)
    .join(' ');
const finding = ['', 'audit/finding-changed#current.']
  .flatMap((at) => ['revision', 'clauses[]', 'systems[]'].map((field) => at + field))
  .join(' ');
const notIndependent =
  'audit/not-independent#refusals[] audit/not-independent#refusals[].reasons[] audit/not-independent#refusals[].reasons[].fiscalYear';

/** Of the audits of one facility. */
export const ofAudits: FieldsByReason = {
  'audits of one facility': {
    'audit.ask': 'revision',
    'audit.reply': 'revision audit/request-changed#current.revision',
    'audit.remark': 'revision',
    'audit.editRemark': 'revision audit/remark-changed#current.revision',
    'audit.pdfReport': 'answer',
    'audit.wordReport': 'answer',
    'audit.session': 'answer',
    'audit.report': `${audit('')} ${notIndependent} audit/areas-left#areas[] audit/not-concluded#items[]`,
    'audit.planCorrection': finding,
    'audit.correct': finding,
    'audit.verify': finding,
    'audit.concern': 'systems[]',
    'audit.audits':
      'audits[] audits[].fiscalYear audits[].openFindings audits[].lateFindings next[] next[].fiscalYear next[].last',
    'audit.choices':
      'areas[] clauses[] clauses[].items[] systems[] auditors[] auditors[].involvements[] auditors[].involvements[].fiscalYear',
    'audit.plan': `${audit('')} ${notIndependent}`,
    'audit.audit': audit(''),
    'audit.edit': `${audit('')} ${notIndependent} ${audit('audit/changed#current.')}`,
    'audit.changeTeam': `${audit('')} ${notIndependent} ${audit('audit/changed#current.')}`,
    'audit.claims': 'fiscalYear answers[]',
    'audit.begin': `${audit('')} ${notIndependent} audit/areas-left#areas[]`,
  },
};
