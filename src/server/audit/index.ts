export { beginAudit } from './begin-audit.ts';
export { escalateFinding } from './escalate-finding.ts';
export { planAudit } from './plan-audit.ts';
export { listAudits } from './read-audits.ts';
export { reportAudit } from './report-audit.ts';
export { auditRoutes } from './routes.ts';
export { planCorrection } from './save-finding.ts';
