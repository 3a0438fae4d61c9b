import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerView } from '../queries.ts';
import { colleague, madeAnswer, me } from '../testing/made-up.ts';
import type { Outcome } from './after-sending.ts';
import { Autosave } from './autosave.ts';
import type { Draft } from './draft.ts';
import { openDrafts } from './draft-store.ts';

const standing = { value: null, note: '', revision: 0, toConfirm: false } as const;
const lost: Outcome = { kind: 'unreachable', reason: '通信が切れています。' };

type Lock = (item: string, work: () => Promise<void>) => Promise<void>;
const free: Lock = (_, work) => work();
/** As the browser does: the turn ends a little after the work. */
const slowToEnd: Lock = async (_, work) => {
  await work();
  await new Promise((resolve) => setTimeout(resolve, 50));
};

/** A server that answers as told, else saves upon the revision sent. */
function begin(told: Outcome[] = [], alone = free) {
  const sent: Draft[] = [];
  const learned: AnswerView[] = [];
  let locked = 0;
  const autosave = new Autosave({
    personId: me.id,
    drafts: openDrafts({ personId: me.id, runId: 'run' }, { storage: undefined, onElsewhere: () => undefined }),
    send: async (itemId, draft) => {
      sent.push(draft);
      const { value, note } = draft;
      return (
        told.shift() ?? { kind: 'saved', answer: madeAnswer({ itemId, value, note, revision: draft.revision + 1 }) }
      );
    },
    isComplete: ({ value, note }) => value !== 'not-applicable' || note !== '',
    onStanding: (answer) => learned.push(answer),
    onLocked: () => {
      locked += 1;
    },
    alone,
  });
  return { autosave, sent, learned, locked: () => locked };
}

describe('Autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves a choice at once and forgets its draft', async () => {
    const { autosave, sent, learned } = begin();
    autosave.change('A1', { value: '2', note: '' }, standing);
    await autosave.settled(1000);
    expect(sent).toHaveLength(1);
    expect(learned[0]).toMatchObject({ value: '2', revision: 1 });
    expect(autosave.drafts().size).toBe(0);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });

  it('waits until typing has paused, and no longer once the field is left', async () => {
    const { autosave, sent } = begin();
    autosave.change('A1', { value: '2', note: 'あ' }, standing, 800);
    autosave.change('A1', { value: '2', note: 'ああ' }, standing, 800);
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toHaveLength(0);
    autosave.sendNow('A1');
    await autosave.settled(1000);
    expect(sent.map(({ note }) => note)).toEqual(['ああ']);
  });

  it('sends what was changed after a save was answered and before its turn was over', async () => {
    const { autosave, sent } = begin([], slowToEnd);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await vi.advanceTimersByTimeAsync(10);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
    autosave.change('A1', { value: '2', note: 'あ' }, { value: '2', note: '', revision: 1, toConfirm: false }, 800);
    autosave.sendNow('A1');
    await vi.advanceTimersByTimeAsync(200);
    expect(sent.map(({ note }) => note)).toEqual(['', 'あ']);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });

  it('sends what was put right while the faulty one was on its way', async () => {
    const { autosave, sent } = begin([{ kind: 'refused', message: 'メモは2000文字までです。' }]);
    autosave.change('A1', { value: '2', note: 'long' }, standing);
    autosave.change('A1', { value: '2', note: 'short' }, standing);
    await autosave.settled(1000);
    expect(sent.map(({ note }) => note)).toEqual(['long', 'short']);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });

  it('keeps a change that could not be sent and tries again by itself', async () => {
    const { autosave, sent } = begin([lost, lost]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await vi.advanceTimersByTimeAsync(10);
    expect(autosave.savings().get('A1')).toEqual({ state: 'failed', reason: '通信が切れています。' });
    expect(autosave.drafts().get('A1')).toMatchObject({ value: '2', revision: 0 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(autosave.savings().get('A1')?.state).toBe('failed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(3);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });

  it('tries at once when the connection is back', async () => {
    const { autosave } = begin([lost]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await vi.advanceTimersByTimeAsync(10);
    autosave.retryNow();
    await autosave.settled(1000);
    expect(autosave.drafts().size).toBe(0);
  });

  it('does not send an answer whose reason is missing', async () => {
    const { autosave, sent } = begin();
    autosave.change('A1', { value: 'not-applicable', note: '' }, standing);
    await autosave.settled(1000);
    expect(sent).toHaveLength(0);
    expect(autosave.drafts().get('A1')?.value).toBe('not-applicable');
  });

  it('sends nothing when a change is taken back before it was sent', async () => {
    const { autosave, sent } = begin();
    autosave.change('A1', { value: null, note: 'a' }, standing, 800);
    autosave.change('A1', { value: null, note: '' }, standing, 800);
    await autosave.settled(1000);
    expect(sent).toHaveLength(0);
    expect(autosave.drafts().size).toBe(0);
  });

  it('saves an unchanged answer that was to be confirmed', async () => {
    const { autosave, sent } = begin();
    autosave.change('A1', { value: '2', note: '' }, { value: '2', note: '', revision: 3, toConfirm: true });
    await autosave.settled(1000);
    expect(sent[0]).toMatchObject({ value: '2', revision: 3 });
  });

  it('puts the own answer over the one that came first only when the person says so', async () => {
    const current = madeAnswer({ value: '0', revision: 5, answeredBy: colleague });
    const { autosave, sent, learned } = begin([{ kind: 'stale', current }]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await autosave.settled(1000);
    expect(autosave.savings().get('A1')).toEqual({ state: 'conflict', current });
    autosave.retryNow();
    await autosave.settled(1000);
    expect(sent).toHaveLength(1);
    autosave.keepMine('A1');
    await autosave.settled(1000);
    expect(sent[1]).toMatchObject({ value: '2', revision: 5 });
    expect(learned.at(-1)).toMatchObject({ value: '2', revision: 6 });
  });

  it('lets the answer stand that came first when the person says so', async () => {
    const current = madeAnswer({ value: '0', revision: 5, answeredBy: colleague });
    const { autosave, sent, learned } = begin([{ kind: 'stale', current }]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await autosave.settled(1000);
    autosave.keepTheirs('A1');
    await autosave.settled(1000);
    expect(sent).toHaveLength(1);
    expect(learned).toEqual([current]);
    expect(autosave.drafts().size).toBe(0);
  });

  it('stops when the run was submitted, keeps the change, and goes on when it is opened again', async () => {
    const { autosave, sent, locked } = begin([{ kind: 'locked' }]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await autosave.settled(1000);
    expect(locked()).toBe(1);
    autosave.retryNow();
    await autosave.settled(1000);
    expect(sent).toHaveLength(1);
    autosave.resume();
    await autosave.settled(1000);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });

  it('says why a change was refused and sends the next one', async () => {
    const { autosave } = begin([{ kind: 'refused', message: 'メモは2000文字までです。' }]);
    autosave.change('A1', { value: '2', note: '' }, standing);
    await autosave.settled(1000);
    expect(autosave.savings().get('A1')).toEqual({ state: 'refused', message: 'メモは2000文字までです。' });
    autosave.change('A1', { value: '1', note: '' }, standing);
    await autosave.settled(1000);
    expect(autosave.savings().get('A1')?.state).toBe('saved');
  });
});
