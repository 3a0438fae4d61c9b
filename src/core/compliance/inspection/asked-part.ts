import { z } from 'zod';
import type { ClauseStep } from '../clause/clause-cycle.ts';
import { doneStepSchema } from '../clause/clause-record.ts';

/** What an inspection asks for by name beside the checklist: each stands in a section and a folder of its own. */
export const askedParts = ['contact-tree', 'drill'] as const;
export type AskedPart = (typeof askedParts)[number];

export const askedPartTitles: Readonly<Record<AskedPart, string>> = { 'contact-tree': '連絡体制図', drill: '訓練' };

/** The clause under which drills are recorded: 経営管理編 3⑮. */
export const drillClause = 'GOV7-3-15';

/** The part a place belongs to, by what it asks for: its words and what would prove it. Null where it is none of these. */
export function askedPartOf({
  id,
  words,
}: {
  readonly id: string;
  readonly words: readonly string[];
}): AskedPart | null {
  if (id === drillClause) return 'drill';
  return words.some((one) => one.includes(askedPartTitles['contact-tree'])) ? 'contact-tree' : null;
}

/** A step of a drill, as an inspection is shown it. */
export const drillStepSchema = doneStepSchema.omit({ id: true });
export type DrillStep = z.infer<typeof drillStepSchema>;

/** The lines and clauses that ask for a part, where its files are to be added: 「チェックリスト 3-①」, 「ガイドライン経営管理編 3⑱」. */
export const askedAtSchema = z.object({ 'contact-tree': z.array(z.string()), drill: z.array(z.string()) });
export type AskedAt = z.infer<typeof askedAtSchema>;

/**
 * What was done in the newest round of which anything was: carried out, reported, followed up, the newest first. An instruction alone
 * is no drill. `steps` are those of the clause, the newest first.
 */
export function lastDone<Step extends { readonly step: ClauseStep }>(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(({ step }) => step !== 'instructed');
  const done = first === -1 ? [] : steps.slice(first);
  const begun = done.findIndex(({ step }) => step === 'instructed');
  return begun === -1 ? done : done.slice(0, begun);
}

/** What is said where nothing of a part is there: where to add it. */
export function missingWords(part: AskedPart, askedAt: readonly string[]): string {
  const where = askedAt.join('か、');
  if (part === 'contact-tree')
    return `まもりにありません。${where}に、連絡体制図のファイルを加えると、ここに入ります。`;
  return `まもりに記録がありません。訓練をしたら、${where}に「実施した」と記録し、記録のファイルを加えると、ここに入ります。`;
}
