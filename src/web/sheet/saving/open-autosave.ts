import type { QueryClient } from '@tanstack/react-query';
import type { Scale } from '#core/catalogue/sheet.ts';
import { marksOf } from '#core/sheet/answer-marks.ts';
import { sessionQuery } from '#web/identity/index.ts';
import { lacksReason } from '../card/reason.ts';
import { stand } from '../live/stand.ts';
import { type AnswerView, type RunPath, runQuery, sheet } from '../queries.ts';

import type { Outcome } from './after-sending.ts';
import { Autosave } from './autosave.ts';
import type { Draft } from './draft.ts';
import { openDrafts } from './draft-store.ts';
import { outcomeOf } from './outcome.ts';

export type AutosaveOf = RunPath & { readonly personId: string; readonly scale: Scale };

const opened = new Map<string, Autosave>();
const answerWithin = 20_000;

/** The one saver of a person's run in this page; it goes on when the page shows something else. */
export function openAutosave(client: QueryClient, of: AutosaveOf): Autosave {
  const key = `${of.personId}:${of.runId}`;
  const known = opened.get(key);
  if (known) return known;
  const made = makeAutosave(client, of);
  opened.set(key, made);
  return made;
}

function makeAutosave(client: QueryClient, { facilityId, runId, personId, scale }: AutosaveOf): Autosave {
  const path = { facilityId, runId };
  const tabs = new BroadcastChannel(`mamori.run.${runId}`);
  tabs.onmessage = ({ data }: MessageEvent<AnswerView>) => stand(client, path, [data]);
  return new Autosave({
    personId,
    drafts: openDrafts({ personId, runId }, { storage: browserStorage(), onElsewhere }),
    send: (item, draft) => send(client, path, personId, item, draft),
    isComplete: (change) => !lacksReason(scale, change),
    onStanding: (answer) => {
      stand(client, path, [answer]);
      tabs.postMessage(answer);
    },
    onLocked: () => void client.invalidateQueries({ queryKey: runQuery(path).queryKey }),
    alone: (item, work) => navigator.locks.request(`mamori.answer.${runId}.${item}`, work),
  });
}

async function send(client: QueryClient, path: RunPath, personId: string, item: string, draft: Draft) {
  try {
    if (draft.sent && !(await isStill(client, personId))) return otherPerson;
    const { value, note, revision } = draft;
    const marks = marksOf(draft);
    const signal = AbortSignal.timeout(answerWithin);
    const answer = await sheet.saveAnswer.call({ ...path, itemId: item, value, note, ...marks, revision }, { signal });
    return { kind: 'saved', answer } satisfies Outcome;
  } catch (error) {
    return outcomeOf(error, navigator.onLine);
  }
}

const otherPerson: Outcome = {
  kind: 'unreachable',
  reason: 'このブラウザでは別の人がサインインしています。あなたがサインインし直すと保存します。',
};

/** Before an attempt is repeated: on a shared PC someone else may have signed in meanwhile, in another tab. */
async function isStill(client: QueryClient, personId: string): Promise<boolean> {
  const { person } = await client.fetchQuery({ ...sessionQuery(), staleTime: 0, networkMode: 'always' });
  return person.id === personId;
}

function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function onElsewhere(listener: (key: string) => void) {
  addEventListener('storage', ({ key }) => key && listener(key));
}
