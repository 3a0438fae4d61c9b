import type { RiskEdit } from '#core/risk/risk.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import type { ShownRisk } from './calls.ts';
import { countOf, typed } from './typed-count.ts';

/** A risk while it is typed: names of assets with 「、」 between them, numbers as they are typed. */
export type RiskDraft = Omit<RiskEdit, 'assets' | 'outageHours' | 'patients' | 'leaked'> & {
  readonly assets: string;
  readonly outageHours: string;
  readonly patients: string;
  readonly leaked: string;
};

const empty: RiskDraft = {
  title: '',
  assets: '',
  threat: '',
  weakness: '',
  careFunction: '',
  outageHours: '',
  patients: '',
  leaked: '',
  ownerId: null,
};

export const draftOf = (risk: ShownRisk | undefined): RiskDraft =>
  risk === undefined
    ? empty
    : {
        title: risk.title,
        threat: risk.threat,
        weakness: risk.weakness,
        careFunction: risk.careFunction,
        assets: risk.assets.join('、'),
        ownerId: risk.owner?.id ?? null,
        outageHours: typed(risk.outageHours),
        patients: typed(risk.patients),
        leaked: typed(risk.leaked),
      };

const assetsOf = (words: string): readonly string[] =>
  words
    .split(/[、,，\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What was typed as the risk to save, or what is missing or wrong. */
export function riskOf(draft: RiskDraft): { readonly risk: RiskEdit } | { readonly faults: FieldFaults } {
  const { outageHours, patients, leaked, assets, ...words } = draft;
  const counts = { outageHours: countOf(outageHours), patients: countOf(patients), leaked: countOf(leaked) };
  const names = assetsOf(assets);
  const wrong = Object.entries(counts).filter(([, count]) => count === undefined);
  const faults: FieldFaults = {
    ...(draft.title.trim() === '' && { title: 'どんなリスクかを書いてください。' }),
    ...(names.length > 20 && { assets: '20個までにしてください。' }),
    ...(names.some((name) => name.length > 60) && { assets: '1つの名前は60文字までです。「、」で区切ってください。' }),
    ...Object.fromEntries(wrong.map(([field]) => [field, '数字で入力してください（例：72）。空でも構いません。'])),
  };
  if (Object.keys(faults).length > 0) return { faults };
  const { outageHours: hours = null, patients: people = null, leaked: out = null } = counts;
  return { risk: { ...words, assets: [...names], outageHours: hours, patients: people, leaked: out } };
}
