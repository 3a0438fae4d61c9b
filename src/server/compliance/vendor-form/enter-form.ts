import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { linkCalls, linkWrites } from '#core/compliance/vendor-form/form-link.ts';
import { hashToken } from '../../identity/index.ts';
import { type FormPlace, inVendorForm } from '../../platform/database/transaction.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { countTogether } from '../../platform/http/rate-repository.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { findRun, type RunRow } from '../../sheet/index.ts';

/** What an action through a link works with: the facility as far as its one form goes, in the name of its contact. */
export type FormContext = {
  readonly facility: FacilityContext;
  readonly catalogue: Catalogue;
  readonly place: FormPlace;
  readonly run: RunRow;
};

const refusals = {
  unknown: 'compliance/link-unknown',
  ended: 'compliance/link-ended',
  expired: 'compliance/link-expired',
} as const;

/** Changes the form a secret leads to, as often as one link may; what was refused does not count. */
export const changeForm = <T>(
  context: Pick<RequestContext, 'db' | 'now'>,
  catalogue: Catalogue,
  secret: string,
  work: (form: FormContext) => Promise<T>,
): Promise<T> =>
  inForm(context, catalogue, secret, async (form) => {
    const { tx, now } = form.facility;
    const writes = await countTogether(tx, `vendor-form-writes:${hashToken(secret).toString('hex')}`, now, linkWrites);
    if (!writes.taken) throw refused('compliance/link-worn');
    return work(form);
  });

/** Works in the form a secret leads to; refused with the reason where it leads nowhere. */
export async function inForm<T>(
  { db, now }: Pick<RequestContext, 'db' | 'now'>,
  catalogue: Catalogue,
  secret: string,
  work: (form: FormContext) => Promise<T>,
): Promise<T> {
  const token = hashToken(secret);
  const calls = await countTogether(db, `vendor-form:${token.toString('hex')}`, now, linkCalls);
  if (!calls.taken) throw refused('too-many');
  const entered = await inVendorForm(db, { token, now }, async (tx, place) => {
    const { facilityId, contactId: personId, contactName: personName } = place;
    const run = await findRun(tx, facilityId, place.runId);
    if (!run) throw notFound();
    const roles = ['vendor-contact'] as const;
    return work({
      facility: { tx, facilityId, personId, personName, roles, now, outbox: undefined },
      catalogue,
      place,
      run,
    });
  });
  if (entered.standing !== 'open') throw refused(refusals[entered.standing]);
  return entered.value;
}
