import { Late } from '#web/platform/Late.tsx';
import type { EvidenceFilesProps } from './EvidenceFiles.tsx';

export { EstablishedLines } from './EstablishedLines.tsx';
export { EstablishedValues } from './EstablishedValues.tsx';
export { EvidenceLinks } from './EvidenceLinks.tsx';
export { establishedQuery, evidenceQuery, isAt } from './queries.ts';

const load = async () => (await import('./EvidenceFiles.tsx')).EvidenceFiles;

/** The files that prove the answers to an item; loaded when they are first opened. */
export function EvidenceFiles(props: EvidenceFilesProps) {
  return <Late load={load} props={props} />;
}
