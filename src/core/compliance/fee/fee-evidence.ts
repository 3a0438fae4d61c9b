import { z } from 'zod';
import { feeConditionSchema, feeRuleSchema } from '../../catalogue/fee-rule.ts';
import { japaneseDay } from '../../kernel/fiscal-year.ts';
import { clauseStepSchema, clauseStepTitles } from '../clause/clause-cycle.ts';

/** One thing in Mamori that speaks for a condition: the newest answer to a question, or what was done about a clause. */
export const feeProofSchema = z.object({
  id: z.string(),
  /** Question, line of the checklist or clause. */
  kind: z.enum(['item', 'clause']),
  label: z.string(),
  text: z.string(),
  /** The newest submitted answer in words; null where there is none. */
  answer: z.string().nullable(),
  /** What audits and drills established of it, or of the questions it rests on, beside what was answered. */
  established: z.array(z.string()),
  /** The last step done about a clause. */
  step: clauseStepSchema.nullable(),
  /** Documents in force and records that prove it. */
  shownBy: z.array(z.string()),
  /** Names of the files that stand there. */
  files: z.array(z.string()),
});
export type FeeProof = z.infer<typeof feeProofSchema>;

/** What is there of it, in words; empty where nothing is. */
export function proofWords({ answer, established, step, shownBy, files }: FeeProof): string {
  const said = [
    answer && `答え「${answer}」`,
    ...established,
    step && clauseStepTitles[step],
    ...shownBy,
    files.length > 0 && `ファイル：${files.join('、')}`,
  ];
  return said.filter((part) => part).join('。');
}

/** A condition with what speaks for it. */
export const feeLineSchema = feeConditionSchema.omit({ proofs: true }).extend({ proofs: z.array(feeProofSchema) });
export type FeeLine = z.infer<typeof feeLineSchema>;

/** A rule of fees with what the facility has for each of its conditions. Nothing here says whether a condition is met. */
export const feeEvidenceSchema = feeRuleSchema
  .omit({ conditions: true })
  .extend({ conditions: z.array(feeLineSchema) });
export type FeeEvidence = z.infer<typeof feeEvidenceSchema>;

/** Whether a statement has to be checked against its source before anybody relies on it. */
export const isUnsure = ({ certainty }: Pick<FeeLine, 'certainty'>): boolean => certainty !== 'primary';

/** 「令和8年度改定」 of R8, with the edition of what we say of it where that was put right: 「令和8年度改定（要約の第2版）」. */
export function revisionWords(version: string): string {
  const [year, edition] = version.replace('R', '').split('.');
  return `令和${year}年度改定${edition === undefined ? '' : `（要約の第${Number(edition) + 1}版）`}`;
}

/** 「施行日：令和8年6月1日」 with what is still to be checked of it. */
export function validFromWords({ day, certainty }: FeeEvidence['validFrom']): string {
  if (day === null) return '施行日：要確認';
  return isUnsure({ certainty }) ? `施行日：${japaneseDay(day)}の見込み（要確認）` : `施行日：${japaneseDay(day)}`;
}

/** Whether anything in Mamori can be shown for it: a file, a document in force, a record. */
export const hasProof = ({ proofs }: Pick<FeeLine, 'proofs'>): boolean =>
  proofs.some(({ files, shownBy }) => files.length > 0 || shownBy.length > 0);
