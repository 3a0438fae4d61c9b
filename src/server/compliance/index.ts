export { clauseDues } from './clause/clause-dues.ts';
export { recordedDays } from './clause/clause-repository.ts';
export { readClauses } from './clause/read-clauses.ts';
export { editClause, setStep } from './clause/save-clause.ts';
export { complianceRoutes } from './routes.ts';
export { takeProposals } from './take-proposals.ts';
