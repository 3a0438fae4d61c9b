import { z } from 'zod';
import { yearTitle } from '../kernel/fiscal-year.ts';

/** What ties a person to an area: the role, or work done on the area this fiscal year or the last. */
export const involvementSchema = z.object({
  reason: z.enum(['planner', 'operator', 'assigned', 'answered', 'task', 'correction']),
  /** Null where it is about every area. */
  areaId: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
});
export type Involvement = z.infer<typeof involvementSchema>;

/**
 * What speaks against a person auditing an area; nothing where the person is independent of it. Who plans or operates the
 * systems of the facility is of no area (経営管理編 7.0 3⑪, 3.3.2); who worked on an area is not of that one.
 */
export const speaksAgainst = (involvements: readonly Involvement[], areaId: string): readonly Involvement[] =>
  involvements.filter((involvement) => involvement.areaId === null || involvement.areaId === areaId);

/** What speaks against a person auditing anything at all. */
export const barsFromAll = (involvements: readonly Involvement[]): readonly Involvement[] =>
  involvements.filter(({ areaId }) => areaId === null);

const words: Readonly<Record<Involvement['reason'], string>> = {
  planner: '企画管理者の役割があるため',
  operator: '運用担当者の役割があるため',
  assigned: '点検でこの分野の担当だったため',
  answered: '点検でこの分野に答えたため',
  task: 'この分野の取り組みの担当だったため',
  correction: 'この分野の指摘を直す担当だったため',
};

/** The reason in a line: 「令和8年度の点検でこの分野に答えたため」. */
export function involvementWords({ reason, fiscalYear }: Involvement): string {
  return fiscalYear === null ? words[reason] : `${yearTitle(fiscalYear)}、${words[reason]}`;
}
