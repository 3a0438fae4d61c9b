import { lazyRouteComponent } from '@tanstack/react-router';

export const PlanPage = lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage');
