import { type SupportScope, supportScopes } from '#core/identity/role.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';

/** The terms of an agreement as they are typed. */
export type TermsDraft = {
  readonly purpose: string;
  readonly scope: readonly SupportScope[];
  readonly endsOn: string;
};

/** Scopes a person chooses; the sheets are always part. */
export const choosableScopes = supportScopes.filter((scope) => scope !== 'support-sheet');

const halfYearDays = 180;
const dayMs = 24 * 60 * 60 * 1000;
const japanMs = 9 * 60 * 60 * 1000;

/** A day in Japan as an input of dates holds it. */
const dayOf = (instant: number) => new Date(instant + japanMs).toISOString().slice(0, 10);

/** An empty form, half a year long. */
export const emptyTerms = (now: Date): TermsDraft => ({
  purpose: '',
  scope: ['support-sheet'],
  endsOn: dayOf(now.getTime() + halfYearDays * dayMs),
});

/** What is missing before the terms can be sent. */
export function missingTerms({ purpose, endsOn }: TermsDraft): FieldFaults {
  return {
    ...(purpose.trim() === '' && { purpose: '目的を入力してください。' }),
    ...(endsOn === '' && { endsOn: '最後の日を入力してください。' }),
  };
}
