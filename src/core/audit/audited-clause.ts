import { z } from 'zod';
import { type ClauseState, clauseStateTitles, clauseStepSchema } from '../compliance/clause/clause-cycle.ts';
import { ownerSchema, ownerWords } from '../identity/owner.ts';
import { japaneseDay } from '../kernel/fiscal-year.ts';
import { conclusionSchema, conclusionTitles } from '../sheet/conclusion.ts';
import type { Finding } from './finding.ts';

/** A clause in the scope of an audit: what the register says of it, and the items of the check sheet that speak of it. */
export const auditedClauseSchema = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  /** What the facility has written and done about it; as it stands now. */
  register: z.object({
    owner: ownerSchema.nullable(),
    documents: z.string(),
    /** Why it is not kept; empty where it is. */
    undone: z.string(),
    /** The last step somebody did, on a day in Japan; null where nobody did one. */
    last: z.object({ step: clauseStepSchema, on: z.iso.date(), by: z.string() }).nullable(),
  }),
  /** The conclusion is null before there is one, and for whoever does not see the check sheet yet. */
  items: z.array(z.object({ id: z.string(), text: z.string(), conclusion: conclusionSchema.nullable() })),
});
export type AuditedClause = z.infer<typeof auditedClauseSchema>;

type Found = Pick<Finding, 'place' | 'conclusion' | 'statement'>;

/** What the register says of a clause, line by line: 「ガイドラインの記録：報告した（令和8年11月5日、企画 花子）」. */
export function registerLines({ register }: Pick<AuditedClause, 'register'>): readonly string[] {
  const { owner, documents, undone, last } = register;
  const state: ClauseState = last?.step ?? 'not-begun';
  const when = last ? `（${japaneseDay(last.on)}、${last.by}）` : '';
  return [
    `ガイドラインの記録：${clauseStateTitles[state]}${when}`,
    ...(owner ? [`担当：${ownerWords(owner, true)}`] : []),
    ...(documents === '' ? [] : [`文書：${documents}`]),
    ...(undone === '' ? [] : [`できない理由：${undone}`]),
  ];
}

const none = 'この点検票には、つながる設問がありません。ガイドラインの記録・証跡・聞き取りで';

/** What the items that speak of a clause came to: 「H01-5 適合」; where the sheet has none, by what the clause is or was looked at. */
export function clauseItemLines({ items }: Pick<AuditedClause, 'items'>, reported: boolean): readonly string[] {
  if (items.length === 0) return [reported ? `${none}確かめました。` : `${none}確かめ、分かったことは所見に書きます。`];
  return items.map(
    ({ id, text, conclusion }) => `${id} ${text}：${conclusion ? conclusionTitles[conclusion] : '結論はまだ'}`,
  );
}

/** What was found at a clause itself, where no item speaks of it: 「軽微な不適合：…」. */
export const clauseFindingLines = (clauseId: string, findings: readonly Found[]): readonly string[] =>
  findings
    .filter(({ place }) => place.kind === 'clause' && place.clause.id === clauseId)
    .map(({ conclusion, statement }) => `${conclusionTitles[conclusion]}：${statement}`);
