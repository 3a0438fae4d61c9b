export { addEvidence } from './add-evidence.ts';
export { establishedBy, insertEstablished, newestEstablished } from './established-repository.ts';
export { atItem, atTask } from './place.ts';
export { readStanding, type StandingFile } from './read-standing.ts';
export { filesAddedBy, standsAt } from './repository.ts';
export { evidenceRoutes } from './routes.ts';
