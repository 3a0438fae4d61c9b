export { WordsPage } from './pages.ts';
export { sheetQuery, sheetsQuery, sheetVersionQuery, templatesQuery, wordsQuery } from './queries.ts';
export { wordsSearch } from './words-search.ts';
