export { escalateFinding } from './escalate-finding.ts';
export { auditRoutes } from './routes.ts';
