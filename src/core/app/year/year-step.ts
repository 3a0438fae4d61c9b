import { drillClause } from '../../compliance/inspection/asked-part.ts';
import { dueState } from '../../kernel/due.ts';
import { daysAfter, daysOfFiscalYear, japaneseDay } from '../../kernel/fiscal-year.ts';

/** The steps of a facility's year in their order: assess, plan, act, audit, drill, train, report to the board. */
export const yearStepIds = ['assess', 'plan', 'act', 'audit', 'drill', 'train', 'report'] as const;
export type YearStepId = (typeof yearStepIds)[number];

export const yearStepTitles: Readonly<Record<YearStepId, string>> = {
  assess: '自己点検',
  plan: '計画',
  act: '取り組み',
  audit: '監査',
  drill: '訓練',
  train: '研修',
  report: '経営報告',
};

/** Where a step is recorded that has no register of its own, or is done without it: a clause of the governance part of the guideline 7.0. */
export const yearStepClauses = {
  audit: 'GOV7-3-11',
  drill: drillClause,
  train: 'GOV7-3-09',
  report: 'GOV7-1-06',
} as const satisfies Partial<Record<YearStepId, string>>;
type RecordedStep = keyof typeof yearStepClauses;

/** Done, begun, near its last day, past it, or still ahead. */
export const yearStepStates = ['done', 'now', 'soon', 'late', 'later'] as const;
export type YearStepState = (typeof yearStepStates)[number];

export type YearStep = {
  readonly id: YearStepId;
  readonly state: YearStepState;
  /** How it stands, in a few words. */
  readonly words: string;
  /** The last day the facility has set, or our suggestion. */
  readonly dueOn: string;
  /** Nobody has set the day: it is a suggestion. */
  readonly suggested: boolean;
};

/** Month and day suggested for each step, in the order of the year. Own suggestion, from no source. */
const suggestedDays: Readonly<Record<YearStepId, string>> = {
  assess: '07-31',
  plan: '08-31',
  act: '03-31',
  audit: '01-31',
  drill: '12-31',
  train: '10-31',
  report: '03-31',
};

/** The day suggested for a step of a fiscal year. */
export function suggestedDueOn(step: YearStepId, fiscalYear: number): string {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const [inFirst, inNext] = [first, last].map((day) => `${day.slice(0, 4)}-${suggestedDays[step]}`);
  return (inFirst ?? '') >= first ? (inFirst ?? '') : (inNext ?? '');
}

/** What is known of a facility's year. Days are days in Japan. */
export type YearFacts = {
  readonly fiscalYear: number;
  readonly today: string;
  /** The self-assessment: whether it was begun, and the day it was submitted. */
  readonly assessment: { readonly begun: boolean; readonly submittedOn: string | null };
  /** Tasks of the year, neither dropped nor carried over. */
  readonly tasks: {
    readonly all: number;
    /** Of measures this year took up itself, and of those it goes on with from former years. */
    readonly ofMeasures: number;
    readonly fromBefore: number;
    readonly done: number;
    readonly late: number;
  };
  /** Audits of the year: how many are planned, whether one was begun, and the day one was last reported. */
  readonly audits: { readonly planned: number; readonly begun: boolean; readonly reportedOn: string | null };
  /** The day a step was last recorded at its clause within the year. */
  readonly recordedOn: Readonly<Partial<Record<RecordedStep, string>>>;
  /** Days the facility has set. */
  readonly dueOn: Readonly<Partial<Record<YearStepId, string>>>;
};

type Progress = { readonly done: boolean; readonly begun: boolean; readonly words: string };

function assessed({ assessment: { begun, submittedOn } }: YearFacts): Progress {
  const done = submittedOn !== null;
  if (done) return { done, begun, words: `${japaneseDay(submittedOn)}に提出` };
  return { done, begun, words: begun ? '回答の途中' : 'まだ始めていません' };
}

/** What is carried over or recurs was planned in a former year: the year has a plan once it takes up measures itself. */
function planned({ tasks: { ofMeasures, fromBefore } }: YearFacts): Progress {
  const done = ofMeasures > 0;
  if (done) return { done, begun: done, words: `対策 ${ofMeasures}件` };
  const words = fromBefore > 0 ? `前の年度から続く対策だけ（${fromBefore}件）` : 'まだ決めていません';
  return { done, begun: fromBefore > 0, words };
}

function acted({ tasks: { all, done, late } }: YearFacts): Progress {
  if (all === 0) return { done: false, begun: false, words: '計画のあと' };
  const words = `${all}件中${done}件が終わった`;
  return { done: done === all, begun: true, words: late > 0 ? `${words}・遅れ ${late}件` : words };
}

function recorded(day: string | undefined): Progress {
  const done = day !== undefined;
  return { done, begun: done, words: done ? `${japaneseDay(day)}に記録` : 'まだ記録がありません' };
}

/** An audit reported here; else what is recorded at the clause, by whoever audits without Mamori. */
function audited({ audits: { planned, begun, reportedOn }, recordedOn }: YearFacts): Progress {
  if (reportedOn !== null) return { done: true, begun: true, words: `${japaneseDay(reportedOn)}に報告` };
  if (recordedOn.audit !== undefined || planned === 0) return recorded(recordedOn.audit);
  return { done: false, begun, words: begun ? '監査の途中' : '監査の予定があります' };
}

const progressOf: Readonly<Record<YearStepId, (facts: YearFacts) => Progress>> = {
  assess: assessed,
  plan: planned,
  act: acted,
  audit: audited,
  drill: ({ recordedOn }) => recorded(recordedOn.drill),
  train: ({ recordedOn }) => recorded(recordedOn.train),
  report: ({ recordedOn }) => recorded(recordedOn.report),
};

function stateOf({ done, begun }: Progress, dueOn: string, today: string): YearStepState {
  if (done) return 'done';
  const near = dueState(dueOn, today);
  if (near === 'late') return 'late';
  if (begun) return 'now';
  return near;
}

/** The seven steps of a fiscal year, each with its last day and how it stands today. */
export function yearSteps(facts: YearFacts): readonly YearStep[] {
  return yearStepIds.map((id) => {
    const own = facts.dueOn[id];
    const dueOn = own ?? suggestedDueOn(id, facts.fiscalYear);
    const progress = progressOf[id](facts);
    return {
      id,
      dueOn,
      words: progress.words,
      suggested: own === undefined,
      state: stateOf(progress, dueOn, facts.today),
    };
  });
}

/** Until which day what is due is listed: the coming three months. */
export const listedUntil = (today: string): string => daysAfter(today, 92);
