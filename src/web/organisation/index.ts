import { lazyRouteComponent } from '@tanstack/react-router';

export { importSearch } from './import-search.ts';
export {
  type ImportHead,
  importsQuery,
  profileQuery,
  type Registered,
  registeredQuery,
  registerQuery,
} from './queries.ts';
export { registerSearch } from './register-search.ts';
export { serverQuestions, serverReplies } from './server-questions.ts';

export const RegisterPage = lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage');
export const ImportPage = lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage');
export const NewFacilityPage = lazyRouteComponent(() => import('./NewFacilityPage.tsx'), 'NewFacilityPage');
export const RegisteredFacilityPage = lazyRouteComponent(
  () => import('./RegisteredFacilityPage.tsx'),
  'RegisteredFacilityPage',
);
export const ProfilePage = lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage');
