export { WordsPage } from './pages.ts';
export { auditGuideQuery, sheetQuery, sheetsQuery, sheetVersionQuery, wordsQuery } from './queries.ts';
export { wordsSearch } from './words-search.ts';
