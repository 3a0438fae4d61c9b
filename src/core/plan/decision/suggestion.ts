import { personDaysText } from '../../assessment/cost.ts';
import type { Decision as Asked } from '../../assessment/report/board-matter.ts';
import { quoted } from '../../assessment/report/listing.ts';
import { japaneseDate, yearTitle } from '../../kernel/fiscal-year.ts';
import { yenText } from '../plan-words.ts';
import { type TaskSum, taskTotals } from '../task-summary.ts';
import { type AppointedRole, appointmentRequests } from './appointment.ts';
import { type AgedSystems, closingRequests } from './closing.ts';
import type { RequestEdit, SuggestedRequest } from './request.ts';

/** What the page for the board says of a submitted run. */
export type BoardSaid = {
  readonly runId: string;
  readonly lead: string;
  readonly decisions: readonly Asked[];
};

/** The tasks of a fiscal year, as far as they are asked for: their sums, and of those that cost something and are not given up how many there are. */
export type TasksOfYear = {
  readonly sums: readonly Omit<TaskSum, 'area' | 'quarter'>[];
  readonly paid: {
    readonly tasks: number;
    /** Of the first three by their last day. */
    readonly titles: readonly string[];
    /** The earliest last day of what is still to be done, in Japan; null where nothing is. */
    readonly firstDue: string | null;
  };
};

export type SuggestionGround = {
  readonly boards: readonly BoardSaid[];
  readonly fiscalYear: number;
  readonly tasks: TasksOfYear;
  /** Results that say of systems whose support ends that nobody has listed them. */
  readonly aged: readonly AgedSystems[];
  /** Roles nobody at the facility holds. */
  readonly missing: readonly AppointedRole[];
  /** Sources of requests that stand: asked and not withdrawn. */
  readonly asked: ReadonlySet<string>;
};

/**
 * What the executives could be asked by what is known: the decisions of the board's page, the money of the year's tasks, posts
 * that nobody holds, what becomes of systems past their support. What stands as a request is not suggested again.
 */
export function suggestedRequests(ground: SuggestionGround): readonly SuggestedRequest[] {
  const all = [
    ...ground.boards.flatMap(boardRequests),
    ...taskRequests(ground),
    ...closingRequests(ground.aged),
    ...appointmentRequests(ground.missing),
  ];
  return all.filter(({ source }) => !ground.asked.has(source));
}

/** A suggestion as it is asked: what it takes and no number says stands first in the matter. */
export function askedOf({ takes: { cost: money, effort }, source: _, ...edit }: SuggestedRequest): RequestEdit {
  const cost = edit.cost === null ? `費用の目安は${money}` : '';
  const work = effort === null ? '' : `手間は${effort}`;
  const lead = [cost, work].filter(Boolean).join('、');
  return { ...edit, matter: lead === '' ? edit.matter : `${lead}です。${edit.matter}` };
}

function boardRequests({ runId, lead, decisions }: BoardSaid): SuggestedRequest[] {
  return decisions.map(({ title, text, cost, effort, waiting }, index) => ({
    kind: cost === '0円' ? 'other' : 'budget',
    title,
    matter: text,
    cost: cost === '0円' ? 0 : null,
    effect: `今の結果：${lead}この結果を、良くするか保つことにつながります。`,
    waiting,
    neededBy: null,
    source: `result/${runId}/${index + 1}`,
    takes: { cost: cost === '0円' ? cost : `1年目に${cost}`, effort },
  }));
}

/** The money planned for the year's tasks, without those given up or carried over; none where it is nothing. */
function taskRequests({ fiscalYear, tasks: { sums, paid } }: SuggestionGround): SuggestedRequest[] {
  const { planned, personDays, all } = taskTotals(sums);
  if (planned === 0) return [];
  return [
    {
      kind: 'budget',
      title: `${yearTitle(fiscalYear)}の取り組み${all}件の予算を決める`,
      matter: `予定の費用の合計です。費用が要るのは${paid.tasks}件：${quoted(paid.titles, 3, '件', paid.tasks)}。`,
      cost: planned,
      effect: `計画した取り組み${all}件を、年度のうちに進められます。`,
      waiting: waitingOf(paid.firstDue),
      neededBy: null,
      source: `tasks/${fiscalYear}`,
      takes: { cost: yenText(planned), effort: personDaysText(personDays) },
    },
  ];
}

function waitingOf(firstDue: string | null): string {
  const day = firstDue && japaneseDate(new Date(`${firstDue}T00:00:00+09:00`));
  const late = day ? `いちばん早い期限（${day}）に間に合わないおそれがあります。` : '';
  return `費用の要る取り組みを進められません。${late}`;
}
