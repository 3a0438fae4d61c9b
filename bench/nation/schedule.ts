import type { LoadCall } from '../caller.ts';
import { answerAt, askedOf, dueAt, finishOf, workIn } from './deadline-plan.ts';
import { type Due, type Question, valueOf } from './next-year.ts';

export type DeadlineOrder = {
  readonly url: string;
  readonly seconds: number;
  readonly due: readonly Due[];
  readonly questions: readonly Question[];
};

/** Every call of the hour in the order in which they are due. */
export type Schedule = {
  readonly length: number;
  /** Second at which the n-th call is due; undefined past the last. */
  at(nth: number): number | undefined;
  call(nth: number): { readonly call: LoadCall; readonly isSubmission: boolean };
};

/** Whoever has given the last answer reads the page before submitting. */
const breathSeconds = 5;

const cookieOf = (personId: string) => `mamori=bench-${personId}`;

function answerCall(due: Due, question: Question, nth: number): LoadCall {
  const by = question.sheetId === 'executive' ? due.executive : due.isHospital ? due.operator : due.administrator;
  const path = `/facilities/${due.facilityId}/runs/${due.runs[question.sheetId]}/answers/${question.itemId}`;
  return { method: 'PUT', path, body: { value: valueOf(question, nth), note: '', revision: 0 }, cookie: cookieOf(by) };
}

function submissionCall({ facilityId, runs, isHospital, manager, administrator }: Due): LoadCall {
  const path = `/facilities/${facilityId}/runs/${runs.hospital}/submission`;
  return { method: 'POST', path, cookie: cookieOf(isHospital ? manager : administrator) };
}

type Call = readonly [work: number, place: number, nth: number];

function callsOf({ due, questions, seconds }: DeadlineOrder): readonly Call[] {
  const end = workIn(seconds);
  const calls = due.flatMap((facility, place) => {
    const asked = askedOf(facility, questions).length;
    const answers = Array.from({ length: asked }, (_, nth): Call => [answerAt(place, nth, asked), place, nth]);
    return [...answers, [finishOf(place) + breathSeconds, place, asked] as const];
  });
  return calls.filter(([work]) => work >= 0 && work < end).sort(([a], [b]) => a - b);
}

/** The hour as facilities at work make it: each answers for ten minutes, then submits. */
export function scheduleOf(order: DeadlineOrder): Schedule {
  const calls = callsOf(order);
  return {
    length: calls.length,
    at: (nth) => {
      const call = calls[nth];
      return call && dueAt(call[0], order.seconds);
    },
    call: (nth) => {
      const [, place, question] = calls[nth] ?? [0, 0, 0];
      const facility = order.due[place];
      const asked = facility && askedOf(facility, order.questions)[question];
      if (!facility) throw new Error('nobody is due');
      if (!asked) return { call: submissionCall(facility), isSubmission: true };
      return { call: answerCall(facility, asked, question), isSubmission: false };
    },
  };
}
