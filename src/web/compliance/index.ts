import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';

export const ChecklistPage = lazyRouteComponent(() => import('./ChecklistPage.tsx'), 'ChecklistPage');
export { clauseSearch } from './clause/clause-search.ts';
export const ClausesPage = lazyRouteComponent(() => import('./clause/ClausesPage.tsx'), 'ClausesPage');
export const ClausePage = lazyRouteComponent(() => import('./clause/ClausePage.tsx'), 'ClausePage');
export const InspectionPage = lazyRouteComponent(() => import('./inspection/InspectionPage.tsx'), 'InspectionPage');
export const RegulationsPage = lazyRouteComponent(() => import('./regulation/RegulationsPage.tsx'), 'RegulationsPage');
export const RegulationPage = lazyRouteComponent(() => import('./regulation/RegulationPage.tsx'), 'RegulationPage');
export const DeskPage = lazyRouteComponent(() => import('./patient/DeskPage.tsx'), 'DeskPage');
export const ProvisionsPage = lazyRouteComponent(() => import('./patient/ProvisionsPage.tsx'), 'ProvisionsPage');
export const FeesPage = lazyRouteComponent(() => import('./fee/FeesPage.tsx'), 'FeesPage');
export const ProposedAnswer = lazy(async () => ({ default: (await import('./ProposedAnswer.tsx')).ProposedAnswer }));
export const ProposedAnswers = lazy(async () => ({ default: (await import('./ProposedAnswers.tsx')).ProposedAnswers }));
export const VendorFormsPage = lazyRouteComponent(() => import('./vendor-form/VendorFormsPage.tsx'), 'VendorFormsPage');
export const VendorFormHead = lazy(async () => ({
  default: (await import('./vendor-form/VendorFormHead.tsx')).VendorFormHead,
}));
export const VendorAnswerPage = lazyRouteComponent(
  () => import('./vendor-form/answering/VendorAnswerPage.tsx'),
  'VendorAnswerPage',
);
