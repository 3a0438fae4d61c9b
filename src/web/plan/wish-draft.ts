import type { Sheet } from '#core/catalogue/sheet.ts';
import type { Goal } from '#core/plan/problem.ts';
import type { PlanWishInput } from '#core/plan/wish.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { daysOf, yenOf } from './typed-amount.ts';

/** What one role has in each quarter, as it is typed. */
export type RoleDraft = { readonly role: string; readonly days: readonly [string, string, string, string] };

/** What a plan is asked of, while it is typed. */
export type WishDraft = {
  readonly budget: string;
  readonly personDays: string;
  readonly goal: Goal;
  readonly fiscalYear: number;
  readonly roles: readonly RoleDraft[];
  readonly excluded: readonly string[];
  readonly begun: readonly string[];
};

export const emptyWish = (fiscalYear: number): WishDraft => {
  return { budget: '', personDays: '', goal: 'weakest', fiscalYear, roles: [], excluded: [], begun: [] };
};

/** A wish as it would have been typed. */
export const draftOf = ({ budget, personDays, roles, ...wish }: PlanWishInput): WishDraft => {
  const typed = (days: number) => (days === 0 ? '' : String(days));
  return {
    ...wish,
    budget: budget.toLocaleString('ja-JP'),
    personDays: String(personDays),
    roles: roles.map(({ role, days: [one, two, three, four] }) => {
      return { role, days: [typed(one), typed(two), typed(three), typed(four)] };
    }),
  };
};

const roleFault = '人日を、数字で入力してください（例：5、0.5）。ないときは空のままにします。';

type WishRead = { readonly wish: PlanWishInput } | { readonly faults: FieldFaults };

/** What was typed as the wish to send, or what is missing or wrong; measures are named by their titles. */
export function wishOf(draft: WishDraft, titleOf: (measureId: string) => string): WishRead {
  const [budget, personDays] = [yenOf(draft.budget), daysOf(draft.personDays)];
  const roles = draft.roles.map(({ role, days }) => ({
    role,
    days: days.map((one) => (one.trim() === '' ? 0 : daysOf(one))),
  }));
  const faults: FieldFaults = {
    ...(budget === undefined && {
      budget: '予算を、円の数字で入力してください（例：500,000、50万）。なければ0です。',
    }),
    ...(personDays === undefined && { personDays: '人日を、数字で入力してください（例：40、0.5）。' }),
    ...Object.fromEntries(
      roles.flatMap(({ role, days }) =>
        days.flatMap((one, at) => (one === undefined ? [[roleField(role, at), roleFault]] : [])),
      ),
    ),
    ...both(draft, titleOf),
  };
  if (budget === undefined || personDays === undefined || Object.keys(faults).length > 0) return { faults };
  const { goal, fiscalYear, excluded, begun } = draft;
  return {
    wish: {
      budget,
      personDays,
      goal,
      fiscalYear,
      excluded: [...excluded],
      begun: [...begun],
      roles: roles.map(({ role, days: [one = 0, two = 0, three = 0, four = 0] }) => ({
        role,
        days: [one, two, three, four],
      })),
    },
  };
}

/** How a measure of the sheet is called. */
export const measureTitleOf = (sheet: Sheet) => {
  const titles = new Map(sheet.areas.flatMap(({ measures }) => measures.map(({ id, title }) => [id, title])));
  return (id: string) => titles.get(id) ?? id;
};

/** The name of the field of one role and quarter (from 0), by which its fault is shown. */
export const roleField = (role: string, at: number) => `role ${role} ${at}`;

function both({ excluded, begun }: WishDraft, titleOf: (measureId: string) => string): FieldFaults {
  const twice = begun.filter((id) => excluded.includes(id));
  return twice.length === 0
    ? {}
    : {
        begun: `${twice.map((id) => `「${titleOf(id)}」`).join('')}を、できない対策にも選んでいます。どちらかを外してください。`,
      };
}
