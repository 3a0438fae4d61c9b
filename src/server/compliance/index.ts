export { readClauses } from './clause/read-clauses.ts';
export { editClause, setStep } from './clause/save-clause.ts';
export { complianceRoutes } from './routes.ts';
export { takeProposals } from './take-proposals.ts';
export { answerForm, sendForm } from './vendor-form/answer-form.ts';
export { askVendor } from './vendor-form/ask-vendor.ts';
export { inForm } from './vendor-form/enter-form.ts';
export { readSystems } from './vendor-form/read-systems.ts';
export { addSystem } from './vendor-form/save-system.ts';
