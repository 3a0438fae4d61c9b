import { lazyRouteComponent } from '@tanstack/react-router';

export const RegisterPage = lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage');
export const ImportPage = lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage');
export const NewFacilityPage = lazyRouteComponent(() => import('./NewFacilityPage.tsx'), 'NewFacilityPage');
export const RegisteredFacilityPage = lazyRouteComponent(
  () => import('./RegisteredFacilityPage.tsx'),
  'RegisteredFacilityPage',
);
export const SupportPage = lazyRouteComponent(() => import('./support/SupportPage.tsx'), 'SupportPage');
export const OfferPage = lazyRouteComponent(() => import('./support/OfferPage.tsx'), 'OfferPage');
export const WorklistPage = lazyRouteComponent(() => import('./above/WorklistPage.tsx'), 'WorklistPage');
export const FindPage = lazyRouteComponent(() => import('./above/FindPage.tsx'), 'FindPage');
export const PeoplePage = lazyRouteComponent(() => import('./above/PeoplePage.tsx'), 'PeoplePage');
export const InvitePersonPage = lazyRouteComponent(() => import('./above/InvitePersonPage.tsx'), 'InvitePersonPage');
export const OrganisationsPage = lazyRouteComponent(() => import('./above/OrganisationsPage.tsx'), 'OrganisationsPage');
export const InviteFirstPersonPage = lazyRouteComponent(
  () => import('./above/InviteFirstPersonPage.tsx'),
  'InviteFirstPersonPage',
);
export const ProfilePage = lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage');
