import { lazyRouteComponent } from '@tanstack/react-router';

export const RegisterPage = lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage');
export const ImportPage = lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage');
export const NewFacilityPage = lazyRouteComponent(() => import('./NewFacilityPage.tsx'), 'NewFacilityPage');
export const RegisteredFacilityPage = lazyRouteComponent(
  () => import('./RegisteredFacilityPage.tsx'),
  'RegisteredFacilityPage',
);
export const ProfilePage = lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage');
