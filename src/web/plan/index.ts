import { lazyRouteComponent } from '@tanstack/react-router';

export { costsQuery } from './calls.ts';
export const CostsPage = lazyRouteComponent(() => import('./CostsPage.tsx'), 'CostsPage');
export const TasksPage = lazyRouteComponent(() => import('./tasks/TasksPage.tsx'), 'TasksPage');
export const PlanPage = lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage');
