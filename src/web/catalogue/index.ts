export { FormsPage, MappingPage, ReviewPage, VersionPreviewPage, VersionsPage, WordsPage } from './pages.ts';
export {
  auditGuideQuery,
  sheetChangesQuery,
  sheetQuery,
  sheetsQuery,
  sheetVersionQuery,
  templatesQuery,
  wordsQuery,
} from './queries.ts';
export { wordsSearch } from './words-search.ts';
