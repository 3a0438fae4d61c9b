import type { Risk } from '#core/risk/risk.ts';
import { holdMembership } from '../identity/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { findRisk, lockRisk } from './risk-repository.ts';

/** A risk, held; refused as not found where there is none. */
export async function standing(context: FacilityContext, id: string): Promise<Risk> {
  const risk = await lockRisk(context, id);
  if (!risk) throw notFound();
  return risk;
}

export type Held = { readonly riskId: string; readonly revision: number };

/** The risk a person has before the eyes, held; refused with what stands where somebody else was first. */
export async function holdRisk(context: FacilityContext, { riskId, revision }: Held): Promise<Risk> {
  const current = await standing(context, riskId);
  if (current.revision !== revision) throw refused('risk/changed', { current });
  return current;
}

/** A risk as it stands. */
export async function readRisk(context: FacilityContext, id: string): Promise<Risk> {
  const risk = await findRisk(context, id);
  if (!risk) throw notFound();
  return risk;
}

/** Whoever is to answer for something is a member; who was so before may stay named. */
export async function refuseStranger(
  { tx, facilityId }: FacilityContext,
  ownerId: string | null,
  before: string | undefined,
): Promise<void> {
  if (ownerId === null || ownerId === before) return;
  if ((await holdMembership(tx, facilityId, ownerId)) === undefined) throw refused('risk/owner-not-member');
}
