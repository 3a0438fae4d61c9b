import { z } from 'zod';
import type { Fault } from '../kernel/contract.ts';
import type { RunPurpose } from './run-purpose.ts';

/** What an auditor concludes at an item of an audit. */
export const conclusionSchema = z.enum(['conformity', 'minor', 'major', 'observation', 'good-practice']);
export type Conclusion = z.infer<typeof conclusionSchema>;

export const conclusionTitles: Readonly<Record<Conclusion, string>> = {
  conformity: '適合',
  minor: '軽微な不適合',
  major: '重大な不適合',
  observation: '観察事項',
  'good-practice': '良い点',
};

/** What each conclusion means, in a line. */
export const conclusionHelp: Readonly<Record<Conclusion, string>> = {
  conformity: '決まりのとおりに行い、そのことを確かめられた',
  minor: '決まりから外れているが、影響は小さい',
  major: '決まりが無い、または守られておらず、影響が大きい',
  observation: '今は外れていないが、このままでは心配な点がある',
  'good-practice': 'ほかの部署や施設にも勧めたい',
};

/** Whether something must be put right. */
export const isNonconformity = (conclusion: Conclusion | null | undefined): boolean =>
  conclusion === 'minor' || conclusion === 'major';

/** What of its conclusion an answer of an audit still lacks before it can be reported. */
export type LackingConclusion = 'value' | 'conclusion' | 'reason';

type Concluded = {
  readonly value: string | null;
  readonly note: string;
  readonly conclusion?: Conclusion | null | undefined;
};

/**
 * What an answer lacks: its value; its conclusion, of which there is none where nothing applies; the reason of what does
 * not conform, of what is observed and of what is good, which the note says.
 */
export function lackingConclusion(answer: Concluded | undefined): LackingConclusion | undefined {
  if (!answer || answer.value === null) return 'value';
  if (answer.value === 'not-applicable') return undefined;
  if (!answer.conclusion) return 'conclusion';
  return answer.conclusion !== 'conformity' && answer.note.trim() === '' ? 'reason' : undefined;
}

/** What is wrong with the conclusion of an answer. Code: `conclusion-not-taken` outside of an audit, or without a value. */
export function conclusionFaults(itemId: string, answer: Concluded, purpose: RunPurpose): readonly Fault[] {
  if (!answer.conclusion) return [];
  const fault = (message: string) => [{ item: itemId, field: 'conclusion', code: 'conclusion-not-taken', message }];
  if (purpose !== 'audit') return fault('結論は、監査のときだけ付けられます。');
  return answer.value === null ? fault('先に回答を選んでから、結論を選んでください。') : [];
}
