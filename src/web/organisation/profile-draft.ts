import {
  type Ehr,
  type FacilityFunction,
  type FacilityProfile,
  type FacilityType,
  hasBeds,
  mayHaveBeds,
} from '#core/organisation/facility.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { bedsText } from './facility-draft.ts';

/** What a facility says of itself, while it is typed. */
export type ProfileDraft = {
  readonly type: FacilityType;
  readonly beds: string;
  readonly functions: readonly FacilityFunction[];
  readonly ehr: Ehr;
  readonly staff: 'yes' | 'no' | 'unknown';
};

export function draftOf({ type, beds, functions, ehr, systemStaff }: FacilityProfile): ProfileDraft {
  const staff = systemStaff === null ? 'unknown' : systemStaff ? 'yes' : 'no';
  return { type, beds: beds === null ? '' : String(beds), functions, ehr, staff };
}

/** The profile that was typed, or what is wrong with it; beds and designations are asked only where there may be some. */
export function profileOf(
  draft: ProfileDraft,
): { readonly profile: FacilityProfile } | { readonly faults: FieldFaults } {
  const beds = mayHaveBeds(draft.type) ? bedsText(draft.beds) : null;
  if (typeof beds === 'string') return { faults: { beds } };
  const functions = hasBeds(draft.type) ? [...draft.functions] : [];
  const systemStaff = draft.staff === 'unknown' ? null : draft.staff === 'yes';
  return { profile: { type: draft.type, beds, functions, ehr: draft.ehr, systemStaff } };
}
