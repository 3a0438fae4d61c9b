import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';

export const AuditsPage = lazyRouteComponent(() => import('./AuditsPage.tsx'), 'AuditsPage');
export const AuditPage = lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage');
export const NewAuditPage = lazyRouteComponent(() => import('./plan/PlanPages.tsx'), 'NewAuditPage');
export const EditAuditPage = lazyRouteComponent(() => import('./plan/PlanPages.tsx'), 'EditAuditPage');
export const AuditBeside = lazy(async () => ({ default: (await import('./sheet/AuditBeside.tsx')).AuditBeside }));
export const AuditAbove = lazy(async () => ({ default: (await import('./sheet/AuditAbove.tsx')).AuditAbove }));
