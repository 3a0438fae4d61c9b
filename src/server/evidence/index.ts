export { establishedBy, insertEstablished, newestEstablished } from './established-repository.ts';
export { standsAt } from './repository.ts';
export { evidenceRoutes } from './routes.ts';
