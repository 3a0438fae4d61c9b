import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ResultPage, RunPage, RunsPage } from '#web/assessment/index.ts';
import { type RunSearch, runSearch } from '#web/sheet/index.ts';
import { facility } from './facility-route.tsx';

function usePath() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  return { facilityId, runId };
}

function OneRun() {
  const search = useSearch({ strict: false, select: runSearch });
  const navigate = useNavigate();
  const replace = useCallback(
    (next: RunSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false, hash: true }),
    [navigate],
  );
  const path = usePath();
  return <RunPage key={path.runId} {...path} search={search} onSearch={replace} />;
}

function Result() {
  return <ResultPage {...usePath()} />;
}

function Runs() {
  return <RunsPage facilityId={usePath().facilityId} />;
}

const runs = createRoute({ getParentRoute: () => facility, path: '/runs', component: Runs });

const run = createRoute({
  getParentRoute: () => facility,
  path: '/runs/$runId',
  validateSearch: runSearch,
  component: OneRun,
});

const result = createRoute({ getParentRoute: () => facility, path: '/runs/$runId/result', component: Result });

export const runRoutes = [runs, run, result];
