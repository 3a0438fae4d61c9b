import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import type { Effort } from '#core/plan/problem.ts';
import { firstYearOf, laterYearOf } from '#core/plan/reckoned-cost.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findOwnEfforts } from './cost-repository.ts';
import { findGoingOn } from './recurring-repository.ts';

/** What measures of a sheet take in a fiscal year, by what the facility reckons and what it has finished. */
export type Efforts = {
  readonly effortOf: (measure: Measure) => Effort;
  /** Of each later year. */
  readonly laterYearOf: (measure: Measure) => Effort | undefined;
  /** Whether it was finished in a former year and goes on: it takes what a later year does. */
  readonly recurs: (measure: Measure) => boolean;
};

export async function effortsOf(context: FacilityContext, sheet: Sheet, fiscalYear: number): Promise<Efforts> {
  const own = await findOwnEfforts(context);
  const on = new Set((await findGoingOn(context, fiscalYear)).map(({ measureId }) => measureId));
  const later = (measure: Measure) => laterYearOf(measure, sheet.id, own);
  const recurs = ({ id, yearly }: Measure) => yearly !== undefined && on.has(id);
  return {
    effortOf: (measure) => (recurs(measure) && later(measure)) || firstYearOf(measure, sheet.id, own),
    laterYearOf: later,
    recurs,
  };
}
