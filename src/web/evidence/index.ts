export { EvidenceFiles } from './EvidenceFiles.tsx';
export { evidenceQuery } from './queries.ts';
