import { lazyRouteComponent } from '@tanstack/react-router';

export const RisksPage = lazyRouteComponent(() => import('./RisksPage.tsx'), 'RisksPage');
export const RiskPage = lazyRouteComponent(() => import('./RiskPage.tsx'), 'RiskPage');
export const SuggestionsPage = lazyRouteComponent(() => import('./SuggestionsPage.tsx'), 'SuggestionsPage');
export const CriteriaPage = lazyRouteComponent(() => import('./CriteriaPage.tsx'), 'CriteriaPage');
export const SafeguardsPage = lazyRouteComponent(() => import('./SafeguardsPage.tsx'), 'SafeguardsPage');
export { type RiskSearch, riskSearch } from './risk-search.ts';
