import { Late } from '#web/platform/Late.tsx';
import type { EstablishedValuesProps } from './EstablishedValues.tsx';
import type { EvidenceFilesProps } from './EvidenceFiles.tsx';

export { EstablishedLines } from './EstablishedLines.tsx';
export { EvidenceLinks } from './EvidenceLinks.tsx';
export { establishedQuery, evidenceQuery, isAt } from './queries.ts';

const loadValues = async () => (await import('./EstablishedValues.tsx')).EstablishedValues;

/** What audits and drills established of an item, beside what is claimed. */
export function EstablishedValues(props: EstablishedValuesProps) {
  return <Late load={loadValues} props={props} />;
}

const load = async () => (await import('./EvidenceFiles.tsx')).EvidenceFiles;

/** The files that prove the answers to an item; loaded when they are first opened. */
export function EvidenceFiles(props: EvidenceFilesProps) {
  return <Late load={load} props={props} />;
}
