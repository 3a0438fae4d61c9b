import type { ProvenNumbers } from '#core/assessment/proven-numbers.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { Role } from '#core/identity/role.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import type { ShownDue, ShownStep } from '../year/queries.ts';

export type RunFacts = {
  readonly id: string;
  readonly sheetTitle: string;
  readonly status: 'open' | 'submitted';
  readonly answered: number;
  readonly items: number;
  readonly toConfirm: number;
  readonly submittedAt: string | null;
  /** Areas handed to somebody. */
  readonly assigned: number;
};

/** Areas of one open run handed to this person that still have unanswered items. */
export type MyAreas = {
  readonly runId: string;
  readonly sheetTitle: string;
  readonly titles: readonly string[];
  readonly left: number;
};

export type ResultFacts = {
  readonly runId: string;
  readonly fiscalYear: number;
  /** Computed from the answers so far; nothing is submitted yet. */
  readonly preview: boolean;
  readonly score: number | null;
  readonly weakAreas: number;
  readonly areas: number;
  /** Change of the score since the run before; null where there is none, and while half the answers may be missing. */
  readonly change: number | null;
  /** With what audits and drills established; null where that lowers no answer. */
  readonly proven: Pick<ProvenNumbers, 'score' | 'weakAreas'> | null;
};

export type MainSheet = Extract<SelfAssessmentSheet, 'hospital' | 'small-facility'>;

/** Everything the home page is made from. */
export type Facts = {
  readonly facilityId: string;
  readonly fiscalYear: number;
  readonly person: { readonly id: string; readonly roles: readonly Role[] };
  readonly profile: { readonly type: FacilityType; readonly typeGuessed: boolean; readonly beds: number | null };
  /** Title and size of each sheet: 「病院システム」「21分野80問」. */
  readonly sheets: Partial<Readonly<Record<SheetId, { readonly title: string; readonly size: string }>>>;
  readonly mainSheet: MainSheet;
  /** This fiscal year's runs; of the executive sheet only the person's own. */
  readonly main: RunFacts | undefined;
  readonly network: RunFacts | undefined;
  readonly executive: RunFacts | undefined;
  /** This year's form of the ministry checklist, where it was begun. */
  readonly checklist: RunFacts | undefined;
  readonly myAreas: readonly MyAreas[];
  readonly result: ResultFacts | undefined;
  readonly networkLevel: number | null;
  /** Level with what audits and drills established; null where that lowers no answer. */
  readonly provenLevel: number | null;
  /** Executives: how many there are, are invited, and have submitted; undefined where the person may not know. */
  readonly executives: {
    readonly members: number | undefined;
    readonly invited: number | undefined;
    readonly answered: number | undefined;
  };
  /** People of the facility; undefined where the person may not know. */
  readonly members: number | undefined;
  /** The seven steps of the year; empty for whoever may not read them. */
  readonly year: readonly ShownStep[];
  /** What the person has to do by a day within two weeks, or is late with; what is nobody's and the person sees to comes last. */
  readonly dues: readonly ShownDue[];
  /** Titles of what waits for the person's decision; empty for whoever does not decide. */
  readonly decisions: readonly string[];
};

export function homeOf({ facilityId }: Pick<Facts, 'facilityId'>): string {
  return `/facilities/${facilityId}`;
}

export function isComplete({ answered, items, toConfirm }: RunFacts): boolean {
  return answered === items && toConfirm === 0;
}

/** Whether executives are asked: hospitals have them; a small facility only where somebody was given the role. */
export function asksExecutives({ mainSheet, executives }: Pick<Facts, 'mainSheet' | 'executives'>): boolean {
  return mainSheet === 'hospital' || (executives.members ?? 0) + (executives.invited ?? 0) > 0;
}

/** Someone who only answers the areas handed over: sees those and nothing else. */
export function isStaffOnly(roles: readonly Role[]): boolean {
  return roles.every((role) => role === 'staff');
}
