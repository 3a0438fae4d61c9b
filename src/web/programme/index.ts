export { ProgrammePage } from './pages.ts';
