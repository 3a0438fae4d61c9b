export { checkContent, pinContent } from './check-content.ts';
export { formRoutes } from './form/form-routes.ts';
export { insertInstalled, keepFirstVersions } from './installed-repository.ts';
export { contentNews, type LivingCatalogue, openCatalogue } from './living-catalogue.ts';
export { contentRoot, loadCatalogue } from './load-catalogue.ts';
export { catalogueRoutes } from './routes.ts';
export { sheetInUse } from './sheet-in-use.ts';
export { SheetNotHeld } from './sheet-not-held.ts';
export { versionRoutes } from './version-routes.ts';
