export { complianceRoutes } from './routes.ts';
export { takeProposals } from './take-proposals.ts';
