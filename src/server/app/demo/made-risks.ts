import type { Estimate } from '#core/risk/level.ts';
import type { RiskEdit } from '#core/risk/risk.ts';
import type { TreatmentOption } from '#core/risk/treatment.ts';

/** A risk taken from a suggestion, with what people said of it and did about it. */
export type DemoRisk = {
  /** The suggestion. */
  readonly id: string;
  readonly consequence: Pick<RiskEdit, 'outageHours' | 'patients' | 'leaked'>;
  /** Null of both where nobody has estimated it yet. */
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly after: Estimate | null;
  /** How many of the proposed measures are taken up, and how many of these are done. */
  readonly treatments: number;
  readonly done: number;
  /** What is done besides the proposed measures. */
  readonly other?: { readonly option: TreatmentOption; readonly what: string; readonly reason: string };
  /** Put before the executives, with the days from now to its last. */
  readonly acceptance?: { readonly reason: string; readonly endsIn: number; readonly decided: boolean };
};

const nobody = { outageHours: null, patients: null, leaked: null };

/** One risk in each state there is but closed. */
export const leadingRisks: readonly DemoRisk[] = [
  {
    id: 'vpn-weakness',
    consequence: { outageHours: 720, patients: 3_000, leaked: 40_000 },
    likelihood: 4,
    impact: 5,
    after: { likelihood: 2, impact: 5 },
    treatments: 3,
    done: 1,
    other: {
      option: 'transfer',
      what: '復旧と調査の費用を、サイバー保険で補う',
      reason: '長く止まったときの費用は、病院の積立だけでは足りない',
    },
  },
  {
    id: 'backup-lost',
    consequence: { outageHours: 1_440, patients: 5_000, leaked: null },
    likelihood: 3,
    impact: 5,
    after: { likelihood: 1, impact: 4 },
    treatments: 3,
    done: 2,
  },
  {
    id: 'supplier-link',
    consequence: { outageHours: 336, patients: 1_200, leaked: null },
    likelihood: 3,
    impact: 5,
    after: null,
    treatments: 0,
    done: 0,
  },
  {
    id: 'maintenance-line',
    consequence: { outageHours: 48, patients: 60, leaked: 10_000 },
    likelihood: 4,
    impact: 4,
    after: { likelihood: 3, impact: 4 },
    treatments: 2,
    done: 0,
  },
  {
    id: 'password-reuse',
    consequence: { outageHours: 72, patients: 200, leaked: 8_000 },
    likelihood: 4,
    impact: 4,
    after: { likelihood: 2, impact: 3 },
    treatments: 2,
    done: 2,
  },
  {
    id: 'unpatched',
    consequence: { outageHours: 24, patients: 80, leaked: null },
    likelihood: 3,
    impact: 4,
    after: { likelihood: 2, impact: 4 },
    treatments: 1,
    done: 1,
    acceptance: {
      reason: '検査機器2台は、来年度に更新します。それまでは院内の網から切り離して使います。',
      endsIn: 130,
      decided: true,
    },
  },
  {
    id: 'media',
    consequence: { outageHours: 8, patients: 20, leaked: 500 },
    likelihood: 3,
    impact: 3,
    after: { likelihood: 2, impact: 3 },
    treatments: 2,
    done: 2,
    other: {
      option: 'avoid',
      what: '私物のUSBメモリで学会の資料を持ち込むのをやめる',
      reason: '共有フォルダで受け渡せるようになった',
    },
    acceptance: {
      reason: '紹介の画像はディスクで受け取るため、媒体をなくせません。検疫用の端末を通します。',
      endsIn: -12,
      decided: true,
    },
  },
  {
    id: 'one-person',
    consequence: { outageHours: 12, patients: 40, leaked: null },
    likelihood: 4,
    impact: 3,
    after: { likelihood: 3, impact: 2 },
    treatments: 1,
    done: 0,
    acceptance: {
      reason: '夜の担当を2人にする採用が、年度末までかかります。それまでは事業者の窓口で受けます。',
      endsIn: 120,
      decided: false,
    },
  },
  { id: 'long-outage', consequence: nobody, likelihood: null, impact: null, after: null, treatments: 0, done: 0 },
];
