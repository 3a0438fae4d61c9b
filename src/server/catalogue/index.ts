export { checkContent, pinContent } from './check-content.ts';
export { contentRoot, loadCatalogue } from './load-catalogue.ts';
export { catalogueRoutes } from './routes.ts';
