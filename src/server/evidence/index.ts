export { readStanding, type StandingFile } from './read-standing.ts';
export { evidenceRoutes } from './routes.ts';
