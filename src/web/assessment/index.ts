export { resultPageQuery } from './load-result.ts';
export {
  NetworkPage,
  QuestionsPage,
  ResultPage,
  RunPage,
  RunsPage,
  SelfCheckPage,
  SelfCheckResultPage,
  WhichSheetPage,
} from './pages.ts';
export { mainSheetOf } from './run/main-sheet.ts';
export { questionSearch } from './self-check/question-search.ts';
