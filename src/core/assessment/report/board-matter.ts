import type { Facts } from './established-part.ts';
import type { MirrorPart } from './mirror-part.ts';
import type { NetworkPart } from './network-part.ts';
import type { ReportInput } from './report-input.ts';

/** What the board's page is decided from. */
export type BoardMatter = {
  readonly input: ReportInput;
  readonly network: NetworkPart | null;
  readonly mirror: MirrorPart | null;
  /** What audits and drills found below what is claimed. */
  readonly facts: Facts | null;
};

/** One thing the board has to know. */
export type Finding = { readonly title: string; readonly text: string };

/** A finding where the data show it. */
export type FindingRule = (matter: BoardMatter) => Finding | undefined;

/** One decision asked of the board: what, what it takes, and what waiting means. */
export type Decision = {
  readonly title: string;
  readonly text: string;
  /** Money of the first year: 「0円」「30万円まで」. */
  readonly cost: string;
  /** 「7人日」, or in words where nobody can count it. */
  readonly effort: string;
  readonly waiting: string;
};

/** A decision where there is reason to ask for it. */
export type DecisionRule = (matter: BoardMatter) => Decision | undefined;
