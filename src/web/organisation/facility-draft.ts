import { type FacilityType, mayHaveBeds } from '#core/organisation/facility.ts';
import type { FacilityCorrection, NewFacility } from '#core/organisation/register-shape.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';

/** Name and place while they are typed. */
export type PlaceDraft = {
  readonly name: string;
  readonly prefecture: number | null;
  readonly postalCode: string;
  readonly address: string;
};
export type FacilityDraft = PlaceDraft & {
  readonly type: FacilityType | null;
  readonly beds: string;
  readonly code: string;
};

export const emptyFacility: FacilityDraft = {
  name: '',
  prefecture: null,
  postalCode: '',
  address: '',
  type: null,
  beds: '',
  code: '',
};

const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s\-‐‑–—―−ー]/g, '');

/** The number of beds typed, null for none, or what is wrong with it. */
export function bedsText(typed: string): number | null | string {
  const text = digits(typed);
  if (text === '') return null;
  return /^\d{1,4}$/.test(text) ? Number(text) : '病床数は、0から9999の数字だけで入力してください。';
}

function placeFaults({ name, prefecture, postalCode }: PlaceDraft): FieldFaults {
  return {
    ...(name.trim() === '' && { name: '名称を入力してください。' }),
    ...(prefecture === null && { prefecture: '都道府県を選んでください。' }),
    ...(!/^(\d{7})?$/.test(digits(postalCode)) && { postalCode: '郵便番号は7桁の数字で入力してください。' }),
  };
}

const placeOf = ({ name, prefecture, postalCode, address }: PlaceDraft): FacilityCorrection => ({
  name: name.trim(),
  prefecture: prefecture ?? 0,
  postalCode: digits(postalCode) || null,
  address: address.trim(),
});

export function correctionOf(
  draft: PlaceDraft,
): { readonly place: FacilityCorrection } | { readonly faults: FieldFaults } {
  const faults = placeFaults(draft);
  return Object.keys(faults).length > 0 ? { faults } : { place: placeOf(draft) };
}

/** What was typed as the facility to make, or what is missing or wrong. */
export function newFacilityOf(
  draft: FacilityDraft,
): { readonly facility: NewFacility } | { readonly faults: FieldFaults } {
  const beds = draft.type && !mayHaveBeds(draft.type) ? null : bedsText(draft.beds);
  const code = digits(draft.code);
  const faults = {
    ...placeFaults(draft),
    ...(draft.type === null && { type: '種類を選んでください。' }),
    ...(typeof beds === 'string' && { beds }),
    ...(code !== '' && !/^\d{9}$/.test(code) && { code: '医療機関コードは9桁の数字で入力してください。' }),
  };
  if (draft.type === null || typeof beds === 'string' || Object.keys(faults).length > 0) return { faults };
  return { facility: { ...placeOf(draft), type: draft.type, beds, code: code || null } };
}
