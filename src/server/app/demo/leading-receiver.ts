import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import { makeWebhook } from '../webhook/make-webhook.ts';
import { pauseWebhook } from '../webhook/pause-webhook.ts';
import { webhookParts } from '../webhook/webhook-parts.ts';
import { countWebhooks } from '../webhook/webhook-repository.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

const host = 'tickets.minato.example';
const wanted = {
  title: '情報システム室の依頼管理',
  address: `https://${host}/mamori`,
  events: ['task.overdue', 'target.overdue', 'finding.overdue', 'risk.accepted'],
} as const;

/**
 * A receiver of the leading hospital that is paused, so that nothing is sent. Its host exists nowhere and is none of those this
 * installation may send to, and its secret is sealed with a key nobody keeps: even resumed it is told nothing.
 */
export function fillLeadingReceiver(
  { db }: { readonly db: Kysely<Tables> },
  { id, members }: OpenedFacility,
  { years, now }: Span,
): Promise<void> {
  const administrator = holderOf(members, 'facility-administrator');
  const at = (share: number) => momentIn(years[thisYear] ?? 0, now, share, 0.5);
  return actAs(db, id, administrator, async (as) => {
    if ((await countWebhooks(as(administrator, now))) > 0) return;
    const made = await makeWebhook(as(administrator, at(0.3)), webhookParts([host], randomBytes(32)), wanted);
    await pauseWebhook(as(administrator, at(0.4)), made.id, true);
  });
}
