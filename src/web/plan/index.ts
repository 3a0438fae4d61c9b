import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';

export { openTasksQuery } from './calls.ts';
export { decisionsQuery } from './decision-calls.ts';
export const DerivedAnswer = lazy(async () => ({ default: (await import('./DerivedAnswer.tsx')).DerivedAnswer }));
export const CostsPage = lazyRouteComponent(() => import('./CostsPage.tsx'), 'CostsPage');
export const DecisionsPage = lazyRouteComponent(() => import('./decisions/DecisionsPage.tsx'), 'DecisionsPage');
export const TasksPage = lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage');
export const TaskPage = lazyRouteComponent(() => import('./tasks/TaskPage.tsx'), 'TaskPage');
export const PlanPage = lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage');
