import { z } from 'zod';

/** Receivers one facility may have. */
export const receiversAtMost = 10;

/** Hours for which the former secret signs too after a new one was made. */
export const formerSecretHours = 24;

/**
 * Tries of one delivery. The queue waits e^n seconds after the n-th, six hours at most: the last one comes 71 hours after the first.
 */
export const attemptsAtMost = 21;

/** Seconds a receiver has to answer. */
export const answerSeconds = 10;

/** Minutes in which a receiver that let us wait in vain is not asked again. */
export const restMinutes = 10;

export const deliveryStates = ['waiting', 'delivered', 'failed', 'withheld'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const pauseReasons = ['asked', 'gone', 'undelivered'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why nothing of use came back. */
export const deliveryFaultSchema = z.enum([
  'timeout',
  'unreachable',
  'certificate',
  'host-not-allowed',
  'resting',
  'secret',
]);
export type DeliveryFault = z.infer<typeof deliveryFaultSchema>;

export const receiverStates = ['running', 'paused', 'failing'] as const;
export type ReceiverState = (typeof receiverStates)[number];

/** How a receiver stands: failing where its newest try came to nothing, or it was paused by the server because of that. */
export function receiverState(of: {
  readonly pausedWhy: PauseReason | null;
  readonly failing: boolean;
}): ReceiverState {
  if (of.pausedWhy === 'asked') return 'paused';
  return of.pausedWhy !== null || of.failing ? 'failing' : 'running';
}

/** What a receiver answered, or why it did not. */
export type Answer = { readonly status: number } | { readonly fault: DeliveryFault };

export type Settlement = {
  readonly state: Exclude<DeliveryState, 'withheld'>;
  /** Why the receiver is paused from now on. */
  readonly pause: Exclude<PauseReason, 'asked'> | null;
  /** It is left alone for a while. */
  readonly rest: boolean;
};

const gone = 410;

/**
 * What becomes of a delivery after its `attempt`-th try (from 1). Standard Webhooks: any 2xx has arrived, 410 asks to be told no
 * more, everything else, a redirect too, is tried again.
 */
export function settleDelivery(answer: Answer, attempt: number): Settlement {
  const status = 'status' in answer ? answer.status : 0;
  const rest = 'fault' in answer && answer.fault === 'timeout';
  if (status >= 200 && status < 300) return { state: 'delivered', pause: null, rest };
  if (status === gone) return { state: 'failed', pause: 'gone', rest };
  if (attempt >= attemptsAtMost) return { state: 'failed', pause: 'undelivered', rest };
  return { state: 'waiting', pause: null, rest };
}

type Told = {
  readonly facilityId: string;
  readonly event: string;
  readonly occurredAt: Date;
  readonly actId: string;
  readonly subject: string | null;
};

/** What a receiver is told: when and what, by ids alone. It asks the API for anything more. */
export function messageBody({ facilityId, event, occurredAt, actId, subject }: Told): string {
  return JSON.stringify({
    type: event,
    timestamp: occurredAt.toISOString(),
    data: { facilityId, actId, subjectId: subject },
  });
}
