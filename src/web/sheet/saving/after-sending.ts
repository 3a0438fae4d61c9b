import type { AnswerView } from '../queries.ts';
import { type Change, changeOf, type Draft, sameChange } from './draft.ts';

/** What came of sending a change. */
export type Outcome =
  | { readonly kind: 'saved'; readonly answer: AnswerView }
  | { readonly kind: 'stale'; readonly current: AnswerView }
  | { readonly kind: 'locked' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

export type Step =
  /** Saved, nothing new was typed meanwhile. */
  | { readonly next: 'done'; readonly standing: AnswerView }
  /** Something newer waits: send it upon what stands now. */
  | { readonly next: 'again'; readonly draft: Draft; readonly standing: AnswerView }
  /** Someone else came first: the person chooses. */
  | { readonly next: 'choose'; readonly current: AnswerView }
  | { readonly next: 'locked' }
  | { readonly next: 'stop'; readonly message: string }
  | { readonly next: 'retry'; readonly reason: string };

export type Sending = {
  readonly personId: string;
  /** The draft as it was sent, with what an earlier, unanswered attempt had sent. */
  readonly sent: Draft;
  /** The draft as it stands now: typing goes on while a save is under way. */
  readonly now: Change;
  readonly outcome: Outcome;
};

/**
 * What follows an attempt to save. A save whose acknowledgement was lost comes back as a conflict with oneself: where
 * the standing answer is what this person sent before, it counts as saved and only what is newer goes on.
 */
export function afterSending({ personId, sent, now, outcome }: Sending): Step {
  if (outcome.kind === 'saved') return upon(outcome.answer, now);
  if (outcome.kind === 'stale') {
    const { current } = outcome;
    const own = current.answeredBy.id === personId && sent.sent !== undefined && sameChange(current, sent.sent);
    return own ? upon(current, now) : { next: 'choose', current };
  }
  if (outcome.kind === 'locked') return { next: 'locked' };
  if (outcome.kind === 'refused') return { next: 'stop', message: outcome.message };
  return { next: 'retry', reason: outcome.reason };
}

function upon(standing: AnswerView, now: Change): Step {
  if (sameChange(now, standing)) return { next: 'done', standing };
  return { next: 'again', standing, draft: { ...changeOf(now), revision: standing.revision } };
}
