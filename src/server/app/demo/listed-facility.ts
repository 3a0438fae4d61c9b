import type { Ehr, FacilityFunction, FacilityType } from '#core/organisation/facility.ts';

/** A fictional facility as it is listed by hand. */
export type Listed = {
  readonly name: string;
  readonly type: FacilityType;
  readonly beds: number | null;
  readonly address: string;
  readonly functions: readonly FacilityFunction[];
};

/** How far this fiscal year's run has come. */
export type Progress = 'submitted' | 'half' | 'not-begun';

export type DemoFacility = Listed & {
  readonly code: string;
  readonly ehr: Ehr;
  readonly systemStaff: boolean;
  readonly progress: Progress;
};
