import { z } from 'zod';

/** What is asked of the executives. */
export const requestKinds = ['budget', 'risk-acceptance', 'appointment', 'closing', 'other'] as const;
export const requestKindSchema = z.enum(requestKinds);
export type RequestKind = z.infer<typeof requestKindSchema>;

/** The kinds as people read them. */
export const requestKindTitles: Readonly<Record<RequestKind, string>> = {
  budget: '予算',
  'risk-acceptance': 'リスクの受け入れ',
  appointment: '任命',
  closing: 'システムの終了',
  other: 'そのほか',
};
