import { lazyRouteComponent } from '@tanstack/react-router';

export const FormsPage = lazyRouteComponent(() => import('./form/FormsPage.tsx'), 'FormsPage');
export const MappingPage = lazyRouteComponent(() => import('./form/MappingPage.tsx'), 'MappingPage');
export const ReviewPage = lazyRouteComponent(() => import('./form/ReviewPage.tsx'), 'ReviewPage');
export const VersionsPage = lazyRouteComponent(() => import('./version/VersionsPage.tsx'), 'VersionsPage');
export const VersionPreviewPage = lazyRouteComponent(
  () => import('./version/VersionPreviewPage.tsx'),
  'VersionPreviewPage',
);
export const WordsPage = lazyRouteComponent(() => import('./WordsPage.tsx'), 'WordsPage');
