import { type FacilityFunction, type FacilityProfile, facilityFunctionTitles } from './facility.ts';

/** A suggestion, never a duty; `tier` null where the proposal does not reach the facility or too little is known. */
export type TierSuggestion = { readonly tier: '①' | '②' | '③' | null; readonly reasons: readonly string[] };

const source = '人材提言（令和7年5月30日）の区分';
const leading: readonly FacilityFunction[] = ['university', 'advanced-treatment'];
const regional: readonly FacilityFunction[] = [
  'disaster-base',
  'critical-care',
  'regional-support',
  'remote-area-base',
  'perinatal',
];

function held(functions: readonly FacilityFunction[], wanted: readonly FacilityFunction[]): string {
  return wanted
    .filter((name) => functions.includes(name))
    .map((name) => facilityFunctionTitles[name])
    .join('・');
}

function second({ beds, functions }: FacilityProfile): readonly string[] {
  const names = held(functions, regional);
  const byBeds = `${beds}床で、400床以上に当たります（${source}②）。`;
  const byFunction = `${names}として、止まると地域の医療への影響が大きいと考えられます（${source}②。当てはめは当方の読み方です）。`;
  return [...(beds !== null && beds >= 400 ? [byBeds] : []), ...(names ? [byFunction] : [])];
}

function third({ type, beds, ehr, systemStaff }: FacilityProfile): TierSuggestion {
  const bedsOpen =
    type === 'hospital' && beds === null
      ? ['病床数が入ると、自分の施設を自分で守る区分（②）に当たるかも示せます。']
      : [];
  if (ehr === 'on-premise') {
    const help =
      systemStaff === false ? ['専任の担当者がいないため、外の人材の助けを前もって決めておくと安心です。'] : [];
    const why = `院内にサーバがあり、ほかの施設や事業者の助けを借りて守る区分です（${source}③）。`;
    return { tier: '③', reasons: [why, ...help, ...bedsOpen] };
  }
  if (ehr === 'cloud') {
    const why = `クラウド型で、契約が適切なら区分の対象外です（${source}③の注）。事業者から安全の研修を受けることは要ります。`;
    return { tier: null, reasons: [why, ...bedsOpen] };
  }
  const why =
    '電子カルテの動く場所が分からない、または使っていないため、案を示せません。院内にサーバがあれば、ほかの施設や事業者の助けを借りて守る区分（③）が目安です。';
  return { tier: null, reasons: [why, ...bedsOpen] };
}

/**
 * Suggests the workforce tier: ① leading, ② protects itself, ③ leans on others. After 研究班提言 2025-05-30 section 3;
 * which functions hit regional care hard is our own reading. A facility may always aim higher.
 */
export function suggestTier(profile: FacilityProfile): TierSuggestion {
  const names = held(profile.functions, leading);
  if (names) return { tier: '①', reasons: [`${names}として、指導的な立場が期待されます（${source}①）。`] };
  const reasons = second(profile);
  return reasons.length > 0 ? { tier: '②', reasons } : third(profile);
}
