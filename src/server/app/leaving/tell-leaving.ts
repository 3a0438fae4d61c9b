import { leavingLetter, leavingWithdrawnLetter } from '#core/app/leaving-letter.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import { tellByMail } from '../../platform/mail/post-mail.ts';
import { findAnswerable } from './leaving-repository.ts';

/** Tells everyone who answers for the facility that it leaves, or where no day is given, that it stays. */
export async function tellLeaving(context: FacilityContext, dueAt: Date | null): Promise<void> {
  const { tx, facilityId, personName: by, outbox, now } = context;
  if (!outbox) return;
  const facility = await facilityName(tx, facilityId);
  for (const { id: personId, name } of await findAnswerable(tx, facilityId)) {
    const told = { facility, facilityId, name, by };
    const [kind, letter] = dueAt
      ? (['leaving-announced', leavingLetter({ ...told, dueAt })] as const)
      : (['leaving-withdrawn', leavingWithdrawnLetter(told)] as const);
    await tellByMail(tx, outbox, { kind, letter, to: { personId }, from: { facilityId }, now });
  }
}
