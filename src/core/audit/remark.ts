import { z } from 'zod';
import type { Fault } from '../kernel/contract.ts';
import { concernedSystem } from './system.ts';

/** What can be concluded there: whatever is worth a finding, so never that all is well. */
export const remarkConclusions = ['minor', 'major', 'observation', 'good-practice'] as const;

/** What the team of an audit says of a clause or a system of its scope. */
export const remarkWordsSchema = z.object({
  conclusion: z.enum(remarkConclusions, '結論を選んでください。'),
  statement: z
    .string()
    .max(2_000, '所見は2,000文字までです。')
    .refine((text) => text.trim() !== '', '所見を書いてください。'),
});
export type RemarkWords = z.infer<typeof remarkWordsSchema>;

export const remarkEditSchema = remarkWordsSchema.extend({
  /** The clause it is about; null where it is about a system. */
  clauseId: z.string().max(20).nullable(),
  /** The system it is about, by its name; empty where it is about a clause. */
  system: concernedSystem,
});
export type RemarkEdit = z.infer<typeof remarkEditSchema>;

/** What was recorded while an audit is under way where no item speaks of it; a finding from the report on. */
export const remarkSchema = remarkEditSchema.extend({
  id: z.uuid(),
  auditId: z.uuid(),
  /** Who wrote it last. */
  writtenBy: z.object({ id: z.uuid(), name: z.string() }),
  revision: z.number().int(),
});
export type Remark = z.infer<typeof remarkSchema>;

/** What is wrong with where a remark stands: at a clause or a system, one of them, and in the scope of its audit. */
export function remarkFaults(
  { clauseId, system }: Pick<RemarkEdit, 'clauseId' | 'system'>,
  scope: { readonly clauses: readonly string[]; readonly systems: readonly string[] },
): readonly Fault[] {
  const outside = (what: string) => `この監査の対象に無い${what}です。画面を開き直して、選び直してください。`;
  if ((clauseId === null) === (system === ''))
    return [{ field: 'clauseId', code: 'one-place', message: '条項かシステムの、どちらか一つを選んでください。' }];
  if (clauseId !== null && !scope.clauses.includes(clauseId))
    return [{ field: 'clauseId', code: 'out-of-scope', message: outside('条項') }];
  return system === '' || scope.systems.includes(system)
    ? []
    : [{ field: 'system', code: 'out-of-scope', message: outside('システム') }];
}
