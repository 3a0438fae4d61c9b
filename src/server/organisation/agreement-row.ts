import { randomUUID } from 'node:crypto';
import { hasArea, type Organisation } from '#core/organisation/organisation.ts';
import { decideNewAgreement, endOfDay } from '#core/organisation/support-agreement.ts';
import type { Terms } from '#core/organisation/support-contract.ts';
import { refused } from '../platform/http/refusal.ts';
import { type EitherTx, lockBetween } from './support-repository.ts';

type Making = {
  readonly facilityId: string;
  readonly organisation: Organisation;
  readonly terms: Terms;
  readonly personId: string;
  readonly now: Date;
};

/** The row of a new agreement, not accepted yet; refused where the terms or what stands between the two forbid it. */
export async function newAgreement(tx: EitherTx, { facilityId, organisation, terms, personId, now }: Making) {
  if (hasArea(organisation.kind)) throw refused('support/no-supporters');
  const organisationId = organisation.id;
  const endsAt = endOfDay(terms.endsOn);
  const decision = decideNewAgreement(endsAt, { now, others: await lockBetween(tx, { facilityId, organisationId }) });
  if (!decision.accepted) throw refused(decision.reason);
  return {
    facility_id: facilityId,
    id: randomUUID(),
    organisation_id: organisationId,
    purpose: terms.purpose,
    scope: [...terms.scope],
    made_by: personId,
    made_at: now,
    ends_at: endsAt,
    accepted_by: null,
    accepted_at: null,
    ended_by: null,
    ended_at: null,
    ended_side: null,
  };
}
