import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  NetworkPage,
  QuestionsPage,
  questionSearch,
  SelfCheckPage,
  SelfCheckResultPage,
  WhichSheetPage,
} from '#web/assessment/index.ts';
import { WordsPage, wordsQuery, wordsSearch } from '#web/catalogue/index.ts';
import { apiDocsSearch } from './api-docs/search.ts';
import { publicFrame } from './public-frame-route.tsx';

const top = createRoute({
  getParentRoute: () => publicFrame,
  path: '/',
  component: lazyRouteComponent(() => import('./TopPage.tsx'), 'TopPage'),
});

const selfCheck = createRoute({
  getParentRoute: () => publicFrame,
  path: '/self-check',
  component: SelfCheckPage,
});

const questions = createRoute({
  getParentRoute: () => publicFrame,
  path: '/self-check/questions',
  validateSearch: questionSearch,
  component: QuestionsPage,
});

const network = createRoute({
  getParentRoute: () => publicFrame,
  path: '/self-check/network',
  validateSearch: questionSearch,
  component: NetworkPage,
});

const result = createRoute({
  getParentRoute: () => publicFrame,
  path: '/self-check/result',
  component: SelfCheckResultPage,
});

const whichSheet = createRoute({
  getParentRoute: () => publicFrame,
  path: '/self-check/which-sheet',
  component: WhichSheetPage,
});

const words = createRoute({
  getParentRoute: () => publicFrame,
  path: '/words',
  validateSearch: wordsSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(wordsQuery()),
  component: WordsPage,
});

const apiDocs = createRoute({
  getParentRoute: () => publicFrame,
  path: '/api-docs',
  validateSearch: apiDocsSearch,
  component: lazyRouteComponent(() => import('./api-docs/ApiDocsPage.tsx'), 'ApiDocsPage'),
});

export const publicRoutes = publicFrame.addChildren([
  top,
  selfCheck,
  questions,
  network,
  result,
  whichSheet,
  words,
  apiDocs,
]);
