import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import {
  CriteriaPage,
  RiskPage,
  type RiskSearch,
  RisksPage,
  riskSearch,
  SafeguardsPage,
  SuggestionsPage,
} from '#web/risk/index.ts';
import { facility } from './facility-route.tsx';

function Register() {
  const { facilityId = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false, select: riskSearch });
  const navigate = useNavigate();
  const replace = useCallback(
    (next: RiskSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false, hash: true }),
    [navigate],
  );
  return <RisksPage {...{ facilityId, search }} onSearch={replace} />;
}
Register.preload = async () => RisksPage.preload?.();

const risks = createRoute({
  getParentRoute: () => facility,
  path: '/risks',
  validateSearch: riskSearch,
  component: Register,
});
const suggestions = createRoute({
  getParentRoute: () => facility,
  path: '/risks/suggestions',
  component: SuggestionsPage,
});
const criteria = createRoute({ getParentRoute: () => facility, path: '/risks/criteria', component: CriteriaPage });
const safeguards = createRoute({
  getParentRoute: () => facility,
  path: '/risks/safeguards',
  component: SafeguardsPage,
});
const risk = createRoute({ getParentRoute: () => facility, path: '/risks/$riskId', component: RiskPage });

export const riskRoutes = [risks, suggestions, criteria, safeguards, risk];
