import { lazyRouteComponent } from '@tanstack/react-router';

export const AuditsPage = lazyRouteComponent(() => import('./AuditsPage.tsx'), 'AuditsPage');
export const AuditPage = lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage');
export const NewAuditPage = lazyRouteComponent(() => import('./plan/PlanPages.tsx'), 'NewAuditPage');
export const EditAuditPage = lazyRouteComponent(() => import('./plan/PlanPages.tsx'), 'EditAuditPage');
