import { join } from 'node:path';
import type { Session } from '#core/identity/contract.ts';
import { facilityRoles } from '#core/identity/role.ts';
import { dayInJapan, daysAfter } from '#core/kernel/fiscal-year.ts';
import { openForCommand } from '#server/app/command-database.ts';
import { type Acting, actAs } from '#server/app/demo/act-as.ts';
import { readSettings } from '#server/app/settings.ts';
import { decide, findRequests } from '#server/plan/index.ts';
import { addRisk, askAcceptance, assessRisk } from '#server/risk/index.ts';
import type { Mamori } from './journey.ts';
import type { Facility, Person } from './people.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function actingIn({ id }: Facility, { caller }: Person): Promise<Acting> {
  const { person, facilities }: Session = await caller.call('GET', '/session');
  const held = facilities.find((facility) => facility.id === id)?.roles ?? [];
  return { ...person, roles: facilityRoles.filter((role) => held.includes(role)) };
}

type People = { readonly planner: Person; readonly executive: Person };

/** Has a risk accepted thirty days ago until ten days ago, by the acts of the product with the clock of then. */
export async function riskAcceptedOnce({ dataDir }: Mamori, facility: Facility, people: People): Promise<void> {
  const then = new Date(Date.now() - 30 * dayMs);
  const until = daysAfter(dayInJapan(then), 20);
  const planner = await actingIn(facility, people.planner);
  const executive = await actingIn(facility, people.executive);
  const root = join(import.meta.dirname, '..');
  const { db, close } = await openForCommand(readSettings({ MAMORI_DATA_DIR: dataDir }, { root }));
  const filled = actAs(db, facility.id, planner, async (as) => {
    const by = as(planner, then);
    const { id: riskId } = await addRisk(by, {
      title: '古い検査機器を使い続ける',
      assets: ['検査機器'],
      threat: '感染',
      weakness: 'OSの保守が終わった',
      careFunction: '検体検査',
      outageHours: 48,
      patients: 60,
      leaked: null,
      ownerId: planner.id,
    });
    const estimate = { likelihood: 3, impact: 4, after: { likelihood: 2, impact: 4 }, afterNote: '' };
    await assessRisk(by, { riskId, revision: 1, criteriaRevision: 0, ...estimate });
    await askAcceptance(by, { riskId, revision: 2, reason: '更新は来年度のため', until });
    const [request] = await findRequests(by, 'risk/');
    if (!request) throw new Error('nothing was put before the executives');
    const decision = { outcome: 'approved' as const, reason: '更新まで', until };
    await decide(as(executive, then), { ...decision, requestId: request.id, revision: request.revision });
  });
  await filled.finally(close);
}
