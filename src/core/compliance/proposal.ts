import { z } from 'zod';
import { type Catalogue, findItem } from '../catalogue/catalogue.ts';
import { type AnswerValue, answerValueSchema, type Item, sheetIdSchema } from '../catalogue/sheet.ts';
import { type Established, establishedSince } from '../evidence/established.ts';

/** One answer of a self-assessment a proposal rests on, and where it comes from. */
export const proposalSourceSchema = z.object({
  itemId: z.string(),
  text: z.string(),
  relation: z.enum(['decides', 'partly']),
  value: answerValueSchema.nullable(),
  /** The answer in the words of its scale; 「未回答」 where there is none. */
  words: z.string(),
  /** What audits and drills established of it, a line each, beside what is claimed. */
  established: z.array(z.string()),
  /** An audit or a drill in the fiscal year of the run or later found that it is not done. */
  contradicted: z.boolean(),
  sheetId: sheetIdSchema,
  sheetTitle: z.string(),
  runId: z.uuid(),
  fiscalYear: z.number().int(),
  submittedAt: z.date(),
});
export type ProposalSource = z.infer<typeof proposalSourceSchema>;

/** What submitted answers say of an item of the checklist; without a value only a hint. A person always confirms. */
export const proposalSchema = z.object({
  itemId: z.string(),
  value: z.enum(['yes', 'no']).nullable(),
  from: z.array(proposalSourceSchema),
});
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * The questions that answer an item. The pharmacy form follows the institution's item by item and has no links of its own
 * (its sheet says so): those of the item with the same number hold.
 */
export function linksOf(catalogue: Catalogue, item: Item): NonNullable<Item['items']> {
  const twin = item.items ? undefined : findItem(catalogue, item.id.replace('-P-', '-H-'))?.item;
  return item.items ?? twin?.items ?? [];
}

type Spoken = Pick<ProposalSource, 'relation' | 'value' | 'contradicted'>;
type Speaks = 'for' | 'against' | 'nothing' | 'open';

/** From step 2 on something is done everywhere and as a rule, which is what the checklist asks for. */
function valueSpeaks(value: AnswerValue | null): Speaks {
  if (value === 'not-applicable') return 'nothing';
  if (value === '2' || value === '3' || value === 'yes') return 'for';
  return value === '0' || value === '1' || value === 'no' ? 'against' : 'open';
}

/** An answer that an audit or a drill found not to hold speaks against, whatever is claimed. */
const speaks = ({ value, contradicted }: Pick<ProposalSource, 'value' | 'contradicted'>): Speaks =>
  contradicted ? 'against' : valueSpeaks(value);

type Fact = Pick<Established, 'value' | 'on' | 'kind'>;

/** Whether what was established last of an answer, in the fiscal year of its run or later, found that it is not done. */
export function isContradicted(established: readonly Fact[], fiscalYear: number): boolean {
  const last = establishedSince(established, fiscalYear).at(-1);
  return last !== undefined && valueSpeaks(last.value) === 'against';
}

/** What was established of the answers something rests on, each beside what was claimed, as it is printed. */
export const establishedOf = (from: readonly Pick<ProposalSource, 'itemId' | 'words' | 'established'>[]): string[] =>
  from.flatMap(({ itemId, words, established }) =>
    established.length === 0 ? [] : [`${itemId}の回答は「${words}」、${established.join('、')}`],
  );

/** はい where all that decide are done, いいえ where one is not; null where one is open, or none decides. */
export function valueOf(from: readonly Spoken[]): Proposal['value'] {
  const said = from.filter(({ relation }) => relation === 'decides').map(speaks);
  if (said.includes('against')) return 'no';
  if (said.includes('open') || !said.includes('for')) return null;
  return 'yes';
}

/** The sheet a facility submitted last: two main sheets may both speak, and the older one is no longer how it stands. */
function newestOf(sources: readonly ProposalSource[]): readonly ProposalSource[] {
  const newest = sources.reduce<ProposalSource | undefined>((last, one) => {
    return last === undefined || one.submittedAt > last.submittedAt ? one : last;
  }, undefined);
  return sources.filter(({ runId }) => runId === newest?.runId);
}

/**
 * What the newest submitted answers propose for an item of the checklist. はい where every deciding question stands at step 2
 * or above, いいえ where one is below; nothing where one is unanswered or 分からない and none is below. What is answered 対象外
 * does not speak; a question that only covers a part is shown and decides nothing. What an audit found against an answer counts before it. Undefined where no question speaks at all.
 */
export function proposalOf(
  catalogue: Catalogue,
  item: Item,
  sourceOf: (itemId: string) => Omit<ProposalSource, 'relation'> | undefined,
): Proposal | undefined {
  const sources = linksOf(catalogue, item).flatMap((link) => {
    const source = sourceOf(link.item);
    return source ? [{ ...source, relation: link.relation }] : [];
  });
  const from = newestOf(sources);
  return from.length === 0 ? undefined : { itemId: item.id, value: valueOf(from), from: [...from] };
}

/** Whether an answer speaks against はい: one of those a proposed いいえ rests on. */
export const speaksAgainst = (source: Spoken): boolean => source.relation === 'decides' && speaks(source) === 'against';
