import { sql } from 'kysely';
import { decisionAskedLetter } from '#core/plan/decision/decision-asked-letter.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import { tellByMail } from '../../platform/mail/post-mail.ts';

/** The people who decide for the facility. */
export const executivesOf = ({ tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>) =>
  tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name'])
    .where('member.facility_id', '=', facilityId)
    .where(sql<boolean>`'executive' = any (member.roles)`)
    .orderBy('person.id')
    .execute();

/** Tells the executives of the facility that somebody else asks them to decide something. */
export async function tellAsked(context: FacilityContext, requestId: string): Promise<void> {
  const { tx, facilityId, personId: by, personName, outbox, now } = context;
  if (!outbox) return;
  const facility = await facilityName(tx, facilityId);
  for (const { id, name } of await executivesOf(context)) {
    if (id === by) continue;
    const letter = decisionAskedLetter({ facility, facilityId, name, by: personName });
    const [to, from] = [{ personId: id }, { facilityId }];
    await tellByMail(tx, outbox, { kind: 'decision-asked', letter, to, from, about: requestId, now });
  }
}
