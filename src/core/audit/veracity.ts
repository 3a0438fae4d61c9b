import { z } from 'zod';
import type { AnswerValue } from '../catalogue/sheet.ts';

/**
 * How far what was claimed holds against what was audited. `share` is 0–1 of the items compared; `difference` the mean of
 * claimed minus audited in points of 0–3, above 0 where too much was claimed. Both null where nothing can be compared, the
 * difference also where the sheet asks はい or いいえ, which have no points.
 */
export const veracitySchema = z.object({
  compared: z.number().int(),
  same: z.number().int(),
  overstated: z.number().int(),
  understated: z.number().int(),
  share: z.number().nullable(),
  difference: z.number().nullable(),
});
export type Veracity = z.infer<typeof veracitySchema>;

/** An item with its two values. */
export type Pair = { readonly claimed: AnswerValue | null; readonly audited: AnswerValue | null };

/** How high a value stands: its points, of はい 1 and of いいえ 0; 「分からない」 counts 0 as in the score. Null where it does not count. */
function heightOf(value: AnswerValue | null): number | null {
  if (value === 'unknown' || value === 'no') return 0;
  if (value === 'yes') return 1;
  return value !== null && /^[0-3]$/.test(value) ? Number(value) : null;
}

const isYesNo = ({ claimed, audited }: Pair) => [claimed, audited].some((value) => value === 'yes' || value === 'no');

/** The veracity of items; those without points on either side are left out. */
export function veracityOf(pairs: readonly Pair[]): Veracity {
  const differences = pairs.flatMap(({ claimed, audited }) => {
    const [before, after] = [heightOf(claimed), heightOf(audited)];
    return before === null || after === null ? [] : [before - after];
  });
  const compared = differences.length;
  const count = (is: (difference: number) => boolean) => differences.filter(is).length;
  const same = count((difference) => difference === 0);
  return {
    compared,
    same,
    overstated: count((difference) => difference > 0),
    understated: count((difference) => difference < 0),
    share: compared === 0 ? null : same / compared,
    difference:
      compared === 0 || pairs.some(isYesNo) ? null : differences.reduce((sum, each) => sum + each, 0) / compared,
  };
}

/** An item with its two values, where it belongs and in which fiscal year it was audited. */
export type AuditedPair = Pair & {
  readonly area: { readonly id: string; readonly title: string };
  readonly fiscalYear: number;
};

/** One area over the fiscal years it was audited in, the oldest first. */
export const areaOverYearsSchema = z.object({
  id: z.string(),
  title: z.string(),
  years: z.array(veracitySchema.extend({ fiscalYear: z.number().int() })),
});
export type AreaOverYears = z.infer<typeof areaOverYearsSchema>;

/** As many fiscal years as stand beside each other. */
const yearsBeside = 5;

/** The veracity of each area in each of the last five fiscal years in which something could be compared, areas in the order they come. */
export function areasOverYears(pairs: readonly AuditedPair[]): AreaOverYears[] {
  const counted = pairs.filter((pair) => veracityOf([pair]).compared > 0);
  const years = [...new Set(counted.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b).slice(-yearsBeside);
  const recent = counted.filter(({ fiscalYear }) => years.includes(fiscalYear));
  return [...Map.groupBy(recent, ({ area }) => area.id)].map(([id, own]) => ({
    id,
    title: own[0]?.area.title ?? id,
    years: [...Map.groupBy(own, ({ fiscalYear }) => fiscalYear)]
      .map(([fiscalYear, found]) => ({ fiscalYear, ...veracityOf(found) }))
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear),
  }));
}

/** The veracity of one audit by area and as a whole, and of every audit reported so far. */
export const veracityViewSchema = z.object({
  overall: veracitySchema,
  areas: z.array(veracitySchema.extend({ id: z.string(), title: z.string() })),
  years: z.array(veracitySchema.extend({ auditId: z.uuid(), title: z.string(), fiscalYear: z.number().int() })),
  overYears: z.array(areaOverYearsSchema),
});
export type VeracityView = z.infer<typeof veracityViewSchema>;

/** 「80％」; 「－」 where nothing can be compared. */
export const shareText = (share: number | null): string => (share === null ? '－' : `${Math.round(share * 100)}％`);

/** 「+0.4点」 where too much was claimed, 「−0.2点」 where too little, 「0点」 where neither. */
export function differenceText(difference: number | null): string {
  if (difference === null) return '－';
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return '0点';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}点`;
}

/** What the comparison says, in a sentence. */
export function veracityWords({ compared, same, overstated, understated }: Veracity): string {
  if (compared === 0) return '比べられる設問がありません。先に自己点検を提出すると、次の監査から比べられます。';
  const parts = [
    `${compared}問のうち${same}問は、自己点検と監査が同じでした`,
    ...(overstated > 0 ? [`${overstated}問は、自己点検のほうが高く答えていました`] : []),
    ...(understated > 0 ? [`${understated}問は、自己点検のほうが低く答えていました`] : []),
  ];
  return `${parts.join('。')}。`;
}
