import { createRoute, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback } from 'react';
import { ResultPage, RunPage, RunsPage, resultPageQuery } from '#web/assessment/index.ts';
import { AuditAbove, AuditBeside, AuditPage, AuditsPage, EditAuditPage, NewAuditPage } from '#web/audit/index.ts';
import {
  ChecklistPage,
  ClausePage,
  ClausesPage,
  clauseSearch,
  DeskPage,
  FeesPage,
  InspectionPage,
  ProposedAnswer,
  ProposedAnswers,
  ProvisionsPage,
  RegulationPage,
  RegulationsPage,
  VendorFormHead,
  VendorFormsPage,
} from '#web/compliance/index.ts';
import {
  CostsPage,
  DecisionsPage,
  DerivedAnswer,
  decisionsQuery,
  PlanPage,
  TaskPage,
  TasksPage,
} from '#web/plan/index.ts';
import {
  type Above,
  AboveContext,
  type Beside,
  BesideContext,
  prefetchRun,
  type RunSearch,
  runSearch,
  runsQuery,
} from '#web/sheet/index.ts';
import { facility } from './facility-route.tsx';

function usePath() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  return { facilityId, runId };
}

const Said: Beside = (props) => (
  <Suspense>
    <DerivedAnswer {...props} />
    <ProposedAnswer {...props} />
    <AuditBeside {...props} />
  </Suspense>
);

const SaidAbove: Above = () => (
  <Suspense>
    <VendorFormHead />
    <ProposedAnswers />
    <AuditAbove />
  </Suspense>
);

function OneRun() {
  const search = useSearch({ strict: false, select: runSearch });
  const navigate = useNavigate();
  const replace = useCallback(
    (next: RunSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false, hash: true }),
    [navigate],
  );
  const path = usePath();
  return (
    <BesideContext value={Said}>
      <AboveContext value={SaidAbove}>
        <RunPage key={path.runId} {...path} search={search} onSearch={replace} />
      </AboveContext>
    </BesideContext>
  );
}

function Result() {
  return <ResultPage {...usePath()} />;
}

function Runs() {
  return <RunsPage facilityId={usePath().facilityId} />;
}

// The router brings a page before it draws it only where it can ask for that.
OneRun.preload = async () => RunPage.preload?.();
Result.preload = async () => ResultPage.preload?.();
Runs.preload = async () => RunsPage.preload?.();

const runs = createRoute({
  getParentRoute: () => facility,
  path: '/runs',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(runsQuery(params.facilityId)),
  component: Runs,
});

const run = createRoute({
  getParentRoute: () => facility,
  path: '/runs/$runId',
  validateSearch: runSearch,
  loader: ({ context, params }) => void prefetchRun(context.queryClient, params),
  component: OneRun,
});

const result = createRoute({
  getParentRoute: () => facility,
  path: '/runs/$runId/result',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(resultPageQuery(params)),
  component: Result,
});

const plan = createRoute({
  getParentRoute: () => facility,
  path: '/runs/$runId/plan',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(resultPageQuery(params)),
  component: PlanPage,
});

const costs = createRoute({
  getParentRoute: () => facility,
  path: '/runs/$runId/plan/costs',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(resultPageQuery(params)),
  component: CostsPage,
});

const tasks = createRoute({ getParentRoute: () => facility, path: '/tasks', component: TasksPage });
const task = createRoute({ getParentRoute: () => facility, path: '/tasks/$taskId', component: TaskPage });

const decisions = createRoute({
  getParentRoute: () => facility,
  path: '/decisions',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(decisionsQuery(params.facilityId)),
  component: DecisionsPage,
});

const checklist = createRoute({ getParentRoute: () => facility, path: '/compliance', component: ChecklistPage });

const vendorForms = createRoute({
  getParentRoute: () => facility,
  path: '/compliance/vendor-forms',
  component: VendorFormsPage,
});

const clauses = createRoute({
  getParentRoute: () => facility,
  path: '/clauses',
  validateSearch: clauseSearch,
  component: ClausesPage,
});
const clause = createRoute({ getParentRoute: () => facility, path: '/clauses/$clauseId', component: ClausePage });

const inspection = createRoute({ getParentRoute: () => facility, path: '/inspection', component: InspectionPage });

const regulations = createRoute({ getParentRoute: () => facility, path: '/regulations', component: RegulationsPage });
const regulation = createRoute({
  getParentRoute: () => facility,
  path: '/regulations/$regulationId',
  component: RegulationPage,
});

const desk = createRoute({ getParentRoute: () => facility, path: '/desk', component: DeskPage });
const provisions = createRoute({ getParentRoute: () => facility, path: '/provisions', component: ProvisionsPage });

const fees = createRoute({ getParentRoute: () => facility, path: '/fee-rules', component: FeesPage });

const registers = [inspection, regulations, regulation, desk, provisions, fees];

const audits = createRoute({ getParentRoute: () => facility, path: '/audits', component: AuditsPage });
const newAudit = createRoute({ getParentRoute: () => facility, path: '/audits/plan', component: NewAuditPage });
const audit = createRoute({ getParentRoute: () => facility, path: '/audits/$auditId', component: AuditPage });
const auditPlan = createRoute({
  getParentRoute: () => facility,
  path: '/audits/$auditId/plan',
  component: EditAuditPage,
});
const auditRoutes = [audits, newAudit, audit, auditPlan];

export const runRoutes = [
  ...auditRoutes,
  runs,
  run,
  result,
  plan,
  costs,
  tasks,
  task,
  decisions,
  checklist,
  vendorForms,
  clauses,
  clause,
  ...registers,
];
