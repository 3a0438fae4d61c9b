import { lazyRouteComponent } from '@tanstack/react-router';

export const RegionPage = lazyRouteComponent(() => import('./RegionPage.tsx'), 'RegionPage');
