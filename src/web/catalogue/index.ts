export { FormsPage, MappingPage, ReviewPage, VersionPreviewPage, VersionsPage, WordsPage } from './pages.ts';
export { sheetChangesQuery, sheetQuery, sheetsQuery, sheetVersionQuery, wordsQuery } from './queries.ts';
export { wordsSearch } from './words-search.ts';
