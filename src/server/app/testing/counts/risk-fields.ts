import type { FieldsByReason } from './facility-counts.ts';

const riskLine = (at: string) =>
  ['number', 'estimate.**', 'after.**', 'level', 'levelAfter'].map((field) => at + field).join(' ');
const risk = (at = '') =>
  [
    'assets[]',
    'outageHours',
    'patients',
    'leaked',
    'treatments[]',
    'acceptance.level',
    'acceptance.impact',
    'acceptance.changed.parts[]',
    'revision',
  ]
    .map((field) => at + field)
    .concat(riskLine(at))
    .join(' ');
const changedRisk = `${risk()} ${risk('risk/changed#current.')}`;

/** Of the risks of one facility. */
export const ofRisks: FieldsByReason = {
  'risks of one facility': {
    'risk.risks': `risks[] ${riskLine('risks[].')}`,
    'risk.riskSums': 'criteria.** before[].** after[].** states[].** toReview',
    'risk.risk': risk(),
    'risk.addRisk': risk(),
    'risk.editRisk': changedRisk,
    'risk.assessRisk': changedRisk,
    'risk.closeRisk': changedRisk,
    'risk.addTreatment': changedRisk,
    'risk.editTreatment': changedRisk,
    'risk.removeTreatment': risk(),
    'risk.askAcceptance': changedRisk,
    'risk.dropAcceptance': risk(),
    'risk.criteria': 'criteria.** estimated',
    'risk.setCriteria':
      'criteria.** estimated risk/criteria-edited#current.criteria.** risk/criteria-edited#current.estimated',
    'risk.suggestedRisks': 'suggestions[].** passed[]',
    'risk.takeSuggestion': risk(),
    'risk.passSuggestion': 'suggestions[].** passed[]',
    'risk.board': 'answer',
    'risk.workbook': 'answer',
    'risk.safeguards': 'rows[].** unplaced untreated',
    'risk.treatmentChoices': 'lines[] measures[]',
  },
};
