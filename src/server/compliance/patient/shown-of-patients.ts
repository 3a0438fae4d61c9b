import type { ShownBy } from '#core/compliance/clause/clause-record.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findDesk } from './desk-repository.ts';
import { countProvisions } from './provision-repository.ts';

/** What is kept of the desk and of provisions, at the clauses it proves (経営管理編 1④, 1⑯, 1⑰). */
export async function shownOfPatients(context: FacilityContext): Promise<readonly (readonly [string, ShownBy])[]> {
  const [desk, { all, agreed }] = [await findDesk(context), await countProvisions(context)];
  const hours = desk.hours && `（${desk.hours}）`;
  const shown = (kind: ShownBy['kind'], words: string): ShownBy => ({ kind, id: null, words });
  const found: readonly (readonly [boolean, string, ShownBy])[] = [
    [desk.revision > 0, 'GOV7-1-04', shown('desk', `説明窓口：${desk.place}${hours}`)],
    [all > 0, 'GOV7-1-16', shown('provision', `第三者提供の記録 ${all}件`)],
    [agreed > 0, 'GOV7-1-17', shown('provision', `責任範囲の書面がある第三者提供 ${agreed}件`)],
  ];
  return found.flatMap(([stands, clauseId, by]) => (stands ? [[clauseId, by] as const] : []));
}
