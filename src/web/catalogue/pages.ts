import { lazyRouteComponent } from '@tanstack/react-router';

export const VersionsPage = lazyRouteComponent(() => import('./version/VersionsPage.tsx'), 'VersionsPage');
export const VersionPreviewPage = lazyRouteComponent(
  () => import('./version/VersionPreviewPage.tsx'),
  'VersionPreviewPage',
);
export const WordsPage = lazyRouteComponent(() => import('./WordsPage.tsx'), 'WordsPage');
