import { lazyRouteComponent } from '@tanstack/react-router';

export const RunsPage = lazyRouteComponent(() => import('./run/RunsPage.tsx'), 'RunsPage');
export const RunPage = lazyRouteComponent(() => import('./run/RunPage.tsx'), 'RunPage');
export const ResultPage = lazyRouteComponent(() => import('./ResultPage.tsx'), 'ResultPage');

export const SelfCheckPage = lazyRouteComponent(() => import('./self-check/StartPage.tsx'), 'StartPage');
export const QuestionsPage = lazyRouteComponent(() => import('./self-check/QuestionsPage.tsx'), 'QuestionsPage');
export const NetworkPage = lazyRouteComponent(() => import('./self-check/NetworkPage.tsx'), 'NetworkPage');
export const SelfCheckResultPage = lazyRouteComponent(() => import('./self-check/ResultPage.tsx'), 'ResultPage');
export const WhichSheetPage = lazyRouteComponent(() => import('./self-check/WhichSheetPage.tsx'), 'WhichSheetPage');
