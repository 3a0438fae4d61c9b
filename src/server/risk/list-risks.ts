import { sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Band } from '#core/risk/band.ts';
import { levelsIn } from '#core/risk/level.ts';
import type { RiskLine } from '#core/risk/risk.ts';
import type { RiskState } from '#core/risk/risk-state.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findCriteria } from './criteria-repository.ts';
import { asLine, linesOf, stateIn } from './risk-rows.ts';

export type AskedRisks = {
  readonly basis: 'before' | 'after';
  readonly state?: RiskState | undefined;
  readonly band?: Band | undefined;
  readonly likelihood?: number | undefined;
  readonly impact?: number | undefined;
  readonly line?: string | undefined;
  readonly review?: 'waiting' | undefined;
  readonly after?: string | undefined;
};

const acceptanceStates: readonly RiskState[] = ['asked', 'accepted', 'lapsed', 'refused'];

type Lines = ReturnType<typeof linesOf>;

/** The risks in a state; without one all that are not closed. What the executives have said stands at few of them. */
function inState(lines: Lines, { state }: AskedRisks, today: string): Lines {
  // Written out, as the limit is: the plan kept for a statement knows no parameters, and without them sorts all there are.
  if (state === undefined) return lines.where('risk.stage', '<>', sql.lit('closed'));
  if (!acceptanceStates.includes(state)) return lines.where('risk.stage', '=', state);
  return lines.where('risk.stage', '=', 'acceptance').where(stateIn(today), '=', state);
}

function atPlace(lines: Lines, { basis, likelihood, impact }: AskedRisks): Lines {
  const at = (axis: 'likelihood' | 'impact') =>
    basis === 'before'
      ? sql`risk.${sql.ref(axis)}`
      : sql`coalesce(risk.${sql.ref(`${axis}_after`)}, risk.${sql.ref(axis)})`;
  return lines
    .$if(likelihood !== undefined, (all) => all.where(sql<boolean>`${at('likelihood')} = ${likelihood}`))
    .$if(impact !== undefined, (all) => all.where(sql<boolean>`${at('impact')} = ${impact}`));
}

const treatedAt = (line: string) =>
  sql<boolean>`exists (select from risk_treatment x where x.facility_id = risk.facility_id and x.risk_id = risk.id and x.line = ${line})`;

const page = 100;

type Place = Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>;

/** The statement that reads a page, of risks from one level to another where a band is asked for. */
export function riskPage(place: Place, asked: AskedRisks, levels?: readonly [number, number]) {
  const column = asked.basis === 'before' ? 'level' : 'level_after';
  const level = sql.ref<number>(`risk.${column}`);
  const last = sql`(select ${sql.ref(column)}, number from risk where facility_id = ${place.facilityId} and id = ${asked.after})`;
  return atPlace(inState(linesOf(place), asked, dayInJapan(place.now)), asked)
    .$if(levels !== undefined, (all) => all.where(sql<boolean>`${level} between ${levels?.[0]} and ${levels?.[1]}`))
    .$if(asked.line !== undefined, (all) => all.where(treatedAt(asked.line ?? '')))
    .$if(asked.review === 'waiting', (all) => all.where('risk.to_review', '=', true))
    .$if(asked.after !== undefined, (all) => all.where(sql<boolean>`(${level}, risk.number) < ${last}`))
    .orderBy(level, 'desc')
    .orderBy('risk.number', 'desc')
    .limit(sql.lit(page + 1));
}

/** One page of the risks asked for, the largest first and of equal ones the newest. */
export async function listRisks(context: FacilityContext, asked: AskedRisks) {
  const levels = asked.band && levelsIn(asked.band, await findCriteria(context));
  const rows = await riskPage(context, asked, levels).execute();
  const today = dayInJapan(context.now);
  const risks: RiskLine[] = rows.slice(0, page).map((row) => asLine(row, today));
  return { risks, more: rows.length > page };
}
