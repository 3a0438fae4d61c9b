import { z } from 'zod';
import type { Fault } from '../kernel/contract.ts';

/** How many levels an axis has, at least and at most. */
const [fewest, most] = [3, 5];

const levelSchema = z.object({
  title: z
    .string()
    .max(12, '12文字までです。')
    .refine((title) => title.trim() !== '', '段の名前を書いてください。'),
  /** What the level means, in the words of the facility. */
  meaning: z.string().max(120, '120文字までです。'),
});
export type Level = z.infer<typeof levelSchema>;

const threshold = z.number().int().min(1, '1以上の数にしてください。').max(99_999_999).nullable();

/** A level of impact, with the numbers from which on a consequence stands at it; null where that number says nothing. */
const impactLevelSchema = levelSchema.extend({ hours: threshold, patients: threshold, leaked: threshold });
export type ImpactLevel = z.infer<typeof impactLevelSchema>;

const scale = <Shape extends z.ZodType>(shape: Shape) =>
  z.array(shape).min(fewest, `${fewest}段以上にしてください。`).max(most, `${most}段までにしてください。`);

/** By what a facility estimates its risks (ISO/IEC 27005 risk criteria); the lowest level of each axis first. */
export const criteriaEditSchema = z.object({
  likelihood: scale(levelSchema),
  impact: scale(impactLevelSchema),
  /** The product of both levels from which on a risk asks for attention. */
  attentionFrom: z.number().int().min(2, '2以上の数にしてください。').max(25),
  /** The product from which on it is urgent. */
  urgentFrom: z.number().int().min(3, '3以上の数にしてください。').max(25, '25までの数にしてください。'),
});
export type CriteriaEdit = z.infer<typeof criteriaEditSchema>;

/** `revision` is 0 where the facility uses what the product proposes. */
export const criteriaSchema = criteriaEditSchema.extend({ revision: z.number().int() });
export type Criteria = z.infer<typeof criteriaSchema>;

const impact = (title: string, meaning: string, from: readonly [number | null, number | null, number | null]) => ({
  title,
  meaning,
  hours: from[0],
  patients: from[1],
  leaked: from[2],
});

/** What the product proposes: own draft of five levels each, to be made one's own. */
export const proposedCriteria: Criteria = {
  likelihood: [
    { title: 'まれ', meaning: '10年に1回より少ない' },
    { title: '少ない', meaning: '5〜10年に1回くらい' },
    { title: 'ときどき', meaning: '2〜5年に1回くらい' },
    { title: '多い', meaning: '1年に1回くらい' },
    { title: 'いつでも', meaning: '1年に何回も' },
  ],
  impact: [
    impact('ごく小さい', '診療は止まらず、患者にもほとんど影響しない', [null, null, null]),
    impact('小さい', '一部の業務が数時間遅れる', [1, 1, 1]),
    impact('中くらい', '紙で続けられるが、その日の診療が滞る', [4, 10, 100]),
    impact('大きい', '外来や検査を止める日が出る', [24, 100, 1_000]),
    impact('きわめて大きい', '新しい患者を受けられない日が続く', [168, 1_000, 10_000]),
  ],
  attentionFrom: 6,
  urgentFrom: 15,
  revision: 0,
};

const fault = (field: string, message: string): Fault => ({ field, code: 'not-valid', message });

function repeated(field: string, levels: readonly Level[]): Fault[] {
  const titles = levels.map(({ title }) => title.trim());
  return new Set(titles).size === titles.length
    ? []
    : [fault(field, '同じ名前の段があります。別の名前にしてください。')];
}

function falling(levels: readonly ImpactLevel[]): Fault[] {
  const isRising = (['hours', 'patients', 'leaked'] as const).every((key) => {
    const given = levels.flatMap((level) => level[key] ?? []);
    return given.every((from, index) => index === 0 || from > (given[index - 1] ?? 0));
  });
  return isRising ? [] : [fault('impact', '影響の数は、上の段ほど大きくしてください。')];
}

/** What is wrong with criteria beside their form: names twice, numbers that do not rise, bands that hold nothing. */
export function criteriaFaults(edit: CriteriaEdit): readonly Fault[] {
  const top = edit.likelihood.length * edit.impact.length;
  const inOrder = edit.attentionFrom < edit.urgentFrom && edit.urgentFrom <= top;
  return [
    ...repeated('likelihood', edit.likelihood),
    ...repeated('impact', edit.impact),
    ...falling(edit.impact),
    ...(inOrder ? [] : [fault('urgentFrom', `「急ぐ」は、「注意」より大きく、${top}までの数にしてください。`)]),
  ];
}
