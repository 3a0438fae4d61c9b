import { z } from 'zod';

/** What is asked of the executives. */
export const requestKinds = ['budget', 'risk-acceptance', 'appointment', 'closing', 'clause-undone', 'other'] as const;
export const requestKindSchema = z.enum(requestKinds);
export type RequestKind = z.infer<typeof requestKindSchema>;

/** The kinds somebody can write a request of; a clause is asked about on its own page. */
export const writtenKinds = requestKinds.filter((kind) => kind !== 'clause-undone');

/** The kinds as people read them. */
export const requestKindTitles: Readonly<Record<RequestKind, string>> = {
  budget: '予算',
  'risk-acceptance': 'リスクの受け入れ',
  appointment: '任命',
  closing: 'システムの終了',
  'clause-undone': '条項ができない理由',
  other: 'そのほか',
};
