export { RegionPage } from './pages.ts';
