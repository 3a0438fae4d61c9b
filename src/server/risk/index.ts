export { askAcceptance } from './ask-acceptance.ts';
export { assessRisk } from './assess-risk.ts';
export { listRisks } from './list-risks.ts';
export { treatmentChoices } from './list-suggestions.ts';
export { riskRoutes } from './routes.ts';
export { addRisk, editRisk } from './save-risk.ts';
export { addTreatment } from './save-treatment.ts';
export { passSuggestion, takeSuggestion } from './take-suggestion.ts';
