import type { ShownAudit, ShownFinding } from '../calls.ts';

export type FindingsProps = { readonly facilityId: string; readonly audit: ShownAudit };

/** What the parts of one finding work with. */
export type OneFinding = FindingsProps & { readonly finding: ShownFinding };
