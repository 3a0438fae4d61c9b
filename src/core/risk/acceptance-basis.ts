import { z } from 'zod';
import { sameWords, wording } from '../kernel/same-words.ts';
import { type AcceptedPart, acceptedParts, changedSchema } from './accepted-parts.ts';
import type { Risk } from './risk.ts';
import { treatmentOptions } from './treatment.ts';

const count = z.number().int().nullable();

/** A risk as it was when accepting it was last put before the executives. Its levels are kept apart: they move with the scale. */
export const acceptanceBasisSchema = z.object({
  title: z.string(),
  assets: z.array(z.string()),
  threat: z.string(),
  weakness: z.string(),
  careFunction: z.string(),
  outageHours: count,
  patients: count,
  leaked: count,
  treatments: z.array(
    z.object({ id: z.uuid(), option: z.enum(treatmentOptions), what: z.string(), done: z.boolean() }),
  ),
  /** Null where they are asked of the risk for the first time. */
  changed: changedSchema.nullable(),
});
export type AcceptanceBasis = z.infer<typeof acceptanceBasisSchema>;

type Now = Pick<Risk, 'title' | 'assets' | 'threat' | 'weakness' | 'careFunction' | 'outageHours' | 'patients'> &
  Pick<Risk, 'leaked' | 'treatments' | 'levelAfter' | 'after' | 'estimate' | 'acceptance' | 'state'>;

const inOrder = (names: readonly string[]) => names.map(wording).toSorted().join('\n');

/** More harm than was accepted, or harm nobody can bound any more. */
const isWorse = (before: number | null, now: number | null) =>
  before !== now && !(before && now !== null && now < before);

const stillDone = ({ treatments }: AcceptanceBasis, now: Now['treatments']) =>
  treatments.every(({ id, option, what, done }) => {
    const kept = now.find((one) => one.id === id);
    return kept?.option === option && sameWords(kept.what, what) && (!done || kept.doneOn !== null);
  });

/**
 * In which parts a risk is no longer what the executives were asked to accept (ISO/IEC 27005: an acceptance is of a risk as it was
 * assessed). Less harm, a lower level and further treatments are no such part, nor are spaces and punctuation.
 */
export function partsChanged(basis: AcceptanceBasis, now: Now): readonly AcceptedPart[] {
  const { acceptance, after, estimate } = now;
  if (!acceptance) return [];
  const is: Readonly<Record<AcceptedPart, boolean>> = {
    level: now.levelAfter > acceptance.level,
    impact: ((after ?? estimate)?.impact ?? 0) > acceptance.impact,
    title: !sameWords(basis.title, now.title),
    assets: inOrder(basis.assets) !== inOrder(now.assets),
    threat: !sameWords(basis.threat, now.threat),
    weakness: !sameWords(basis.weakness, now.weakness),
    careFunction: !sameWords(basis.careFunction, now.careFunction),
    outageHours: isWorse(basis.outageHours, now.outageHours),
    patients: isWorse(basis.patients, now.patients),
    leaked: isWorse(basis.leaked, now.leaked),
    treatments: !stillDone(basis, now.treatments),
  };
  return acceptedParts.filter((part) => is[part]);
}

/** The risk as it is put before the executives now; what has changed since they last accepted it goes with it. */
export function basisOf(risk: Now, before: AcceptanceBasis | null, parts: readonly AcceptedPart[]): AcceptanceBasis {
  const { title, assets, threat, weakness, careFunction, outageHours, patients, leaked, acceptance, treatments } = risk;
  const former =
    acceptance?.decided?.outcome === 'approved' ? { number: acceptance.decided.number, parts: [] } : before?.changed;
  const changed = former && [...former.parts, ...parts];
  return {
    title,
    assets,
    threat,
    weakness,
    careFunction,
    outageHours,
    patients,
    leaked,
    treatments: treatments.map(({ id, option, what, doneOn }) => ({ id, option, what, done: doneOn !== null })),
    changed:
      former && changed && changed.length > 0
        ? { number: former.number, parts: acceptedParts.filter((part) => changed.includes(part)) }
        : null,
  };
}

export type AcceptanceDecision =
  | { readonly kind: 'stands' }
  | { readonly kind: 'ask-anew'; readonly parts: readonly AcceptedPart[]; readonly basis: AcceptanceBasis };

/**
 * Whether what the executives accepted, or are asked to, still is the risk there is; else they are asked anew and nobody has
 * accepted it until they decide. What they declined nobody has accepted.
 */
export function decideAcceptance(risk: Now, basis: AcceptanceBasis | null): AcceptanceDecision {
  const holds = risk.state === 'asked' || risk.state === 'accepted' || risk.state === 'lapsed';
  const parts = holds && basis ? partsChanged(basis, risk) : [];
  return parts.length > 0 ? { kind: 'ask-anew', parts, basis: basisOf(risk, basis, parts) } : { kind: 'stands' };
}
