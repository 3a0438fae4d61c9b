import { useSyncExternalStore } from 'react';

let asked: PromiseWithResolvers<boolean> | undefined;
const listeners = new Set<() => void>();

function tell(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks the person to prove to be there; whether they did. Calls refused at the same moment wait for one answer. */
export function askStepUp(): Promise<boolean> {
  if (!asked) tell(Promise.withResolvers<boolean>());
  return asked?.promise ?? Promise.resolve(false);
}

/** Ends the question: the person has proved to be there, or would rather not. */
export function endStepUp(proved: boolean): void {
  const question = asked;
  tell(undefined);
  question?.resolve(proved);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useStepUpAsked(): boolean {
  return useSyncExternalStore(subscribe, () => asked !== undefined);
}

/** Does a call; where it is refused for want of a proof, asks for one and does it again. Without, the refusal stands. */
export async function withStepUp<Answer>(
  call: () => Promise<Answer>,
  isRefused: (error: unknown) => boolean,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!isRefused(error) || !(await askStepUp())) throw error;
    return call();
  }
}
