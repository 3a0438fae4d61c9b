import type { MirrorPart } from './mirror-part.ts';
import type { NetworkPart } from './network-part.ts';
import type { ReportInput } from './report-input.ts';

/** What the board's page is decided from. */
export type BoardMatter = {
  readonly input: ReportInput;
  readonly network: NetworkPart | null;
  readonly mirror: MirrorPart | null;
};
