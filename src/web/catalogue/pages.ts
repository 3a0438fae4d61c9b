import { lazyRouteComponent } from '@tanstack/react-router';

export const WordsPage = lazyRouteComponent(() => import('./WordsPage.tsx'), 'WordsPage');
