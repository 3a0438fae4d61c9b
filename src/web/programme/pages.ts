import { lazyRouteComponent } from '@tanstack/react-router';

export const ProgrammePage = lazyRouteComponent(() => import('./ProgrammePage.tsx'), 'ProgrammePage');
