import type { Sheet } from '../../catalogue/sheet.ts';
import type { Established } from '../../evidence/established.ts';
import type { FacilityType } from '../../organisation/facility.ts';
import type { Change } from '../change.ts';
import type { FacilityClass, Quartiles } from '../comparison.ts';
import type { Mirror } from '../mirror.ts';
import type { Result } from '../result.ts';
import type { Answers } from '../scoring.ts';

/** What a report is made of. Everything but the run and its result is optional and leaves its part out. */
export type ReportInput = {
  readonly sheet: Sheet;
  readonly answers: Answers;
  readonly result: Result;
  readonly now: Date;
  /** Null for a preview, undefined where nobody submits anything (a result without an account). */
  readonly submittedAt?: Date | null;
  readonly facility?: string;
  readonly facilityType?: FacilityType;
  readonly fiscalYear?: number;
  readonly previous?: { readonly fiscalYear: number; readonly change: Change };
  readonly comparison?: ReportComparison;
  readonly mirror?: { readonly sheet: Sheet; readonly mirror: Mirror };
  /** What audits and drills established, the newest of each item and kind. */
  readonly established?: readonly Established[];
  /** The network run that goes with a hospital's result. */
  readonly network?: { readonly sheet: Sheet; readonly answers: Answers; readonly result: Result };
};

/** The class of the facility and where it stands there; only with 10 others or more. */
export type ReportComparison = {
  readonly facilityClass: FacilityClass;
  readonly others: number;
  readonly percentile: number;
  readonly quartiles: Quartiles;
};
