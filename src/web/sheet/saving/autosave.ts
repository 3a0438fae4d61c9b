import type { AnswerView } from '../queries.ts';
import { afterSending, type Outcome, type Step } from './after-sending.ts';
import { Delays } from './delays.ts';
import { type Change, changeOf, type Draft, sameChange } from './draft.ts';
import type { DraftStore, Drafts } from './draft-store.ts';

/** How the saving of an item stands; none where nothing was changed in this page. */
export type Saving =
  | { readonly state: 'sending' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'conflict'; readonly current: AnswerView };
export type Savings = ReadonlyMap<string, Saving>;

export type AutosaveParts = {
  readonly personId: string;
  readonly drafts: DraftStore;
  readonly send: (item: string, draft: Draft) => Promise<Outcome>;
  /** A change that may be sent; 「対象外」 without its reason waits. */
  readonly isComplete: (change: Change) => boolean;
  readonly onStanding: (answer: AnswerView) => void;
  readonly onLocked: () => void;
  /** Runs the work while no other tab works on the item. */
  readonly alone: (item: string, work: () => Promise<void>) => Promise<void>;
};

type Standing = Change & { readonly revision: number; readonly toConfirm: boolean };

/** After these nothing is sent before the person changes, chooses or opens something. */
const endsTurn: ReadonlySet<Step['next']> = new Set(['done', 'choose', 'locked']);
const firstPause = 5_000;
const longestPause = 30_000;

/** Sends changes one by one, keeps what could not be sent and tries again until it is saved or the person decides. */
export class Autosave {
  readonly #parts: AutosaveParts;
  readonly #listeners = new Set<() => void>();
  readonly #typing = new Delays();
  readonly #sending = new Set<string>();
  /** What is to be sent and was not looked at since; also what was asked for while the item's turn was ending. */
  readonly #asked = new Set<string>();
  #savings: Savings = new Map();
  #locked = false;
  #pause = firstPause;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: AutosaveParts) {
    this.#parts = parts;
    parts.drafts.subscribe(() => this.#tell());
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly drafts = (): Drafts => this.#parts.drafts.all();
  readonly savings = (): Savings => this.#savings;

  /** Takes a change over what stands now; `delay` in ms lets typing go on before it is sent. */
  change(item: string, change: Change, standing: Standing, delay = 0): void {
    const draft = this.drafts().get(item);
    const untold = draft?.sent === undefined && !this.#sending.has(item);
    if (untold && !standing.toConfirm && sameChange(change, standing)) {
      this.drop(item);
      return;
    }
    const sent = draft?.sent === undefined ? {} : { sent: draft.sent };
    const revision = draft?.revision ?? standing.revision;
    this.#parts.drafts.write(item, { ...changeOf(change), ...sent, revision });
    if (this.#savings.get(item)?.state !== 'conflict') this.#typing.start(item, delay, () => void this.#attempt(item));
  }

  /** Sends what waits for the end of typing. */
  sendNow(item: string): void {
    if (this.#typing.has(item)) void this.#attempt(item);
  }

  /** Begins with what an earlier visit left behind, or goes on after the run was opened again. */
  resume(): void {
    this.#locked = false;
    this.retryNow();
  }

  /** Sends everything that is not saved and waits for no decision. */
  retryNow(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    for (const item of this.drafts().keys()) {
      if (this.#savings.get(item)?.state !== 'conflict') void this.#attempt(item);
    }
  }

  /** Takes a change from a file that meets an answer someone gave meanwhile: the person chooses. */
  raise(change: Change, current: AnswerView): void {
    this.#parts.drafts.write(current.itemId, { ...changeOf(change), revision: 0 });
    this.#set(current.itemId, { state: 'conflict', current });
  }

  /** Puts the person's own change over the answer that came first. */
  keepMine(item: string): void {
    const saving = this.#savings.get(item);
    const draft = this.drafts().get(item);
    if (saving?.state !== 'conflict' || !draft) return;
    this.#parts.onStanding(saving.current);
    this.#parts.drafts.write(item, { ...changeOf(draft), revision: saving.current.revision });
    this.#set(item, undefined);
    void this.#attempt(item);
  }

  /** Lets the answer stand that came first. */
  keepTheirs(item: string): void {
    const saving = this.#savings.get(item);
    if (saving?.state === 'conflict') this.#parts.onStanding(saving.current);
    this.drop(item);
  }

  /** Forgets the change of an item. */
  drop(item: string): void {
    this.#typing.stop(item);
    this.#parts.drafts.remove(item);
    this.#set(item, undefined);
  }

  /** Sends what waits and gives it up to `within` ms to be saved. */
  settled(within: number): Promise<void> {
    for (const item of this.#typing.items()) void this.#attempt(item);
    return new Promise((resolve) => {
      const look = () => this.#sending.size === 0 && end();
      const unsubscribe = this.subscribe(look);
      const limit = setTimeout(() => end(), within);
      const end = () => {
        clearTimeout(limit);
        unsubscribe();
        resolve();
      };
      look();
    });
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  #set(item: string, saving: Saving | undefined) {
    const others = [...this.#savings].filter(([other]) => other !== item);
    this.#savings = new Map(saving ? [...others, [item, saving]] : others);
    this.#tell();
  }

  async #attempt(item: string) {
    this.#typing.stop(item);
    if (this.#locked) return;
    this.#asked.add(item);
    if (this.#sending.has(item)) return;
    this.#sending.add(item);
    try {
      while (this.#asked.has(item)) await this.#parts.alone(item, () => this.#sendUntilQuiet(item));
    } finally {
      this.#sending.delete(item);
      this.#tell();
    }
  }

  async #sendUntilQuiet(item: string) {
    while (this.#asked.delete(item)) {
      const draft = this.drafts().get(item);
      if (!draft || !this.#parts.isComplete(draft)) return this.#set(item, undefined);
      if (this.#savings.get(item)?.state !== 'failed') this.#set(item, { state: 'sending' });
      this.#parts.drafts.write(item, { ...draft, sent: changeOf(draft) });
      this.#follow(item, draft, await this.#parts.send(item, draft));
    }
  }

  #follow(item: string, sent: Draft, outcome: Outcome) {
    const { drafts, personId, onStanding, onLocked } = this.#parts;
    const now = this.drafts().get(item);
    const step = afterSending({ personId, sent, now: now ?? sent, outcome });
    if ('standing' in step) {
      this.#pause = firstPause;
      onStanding(step.standing);
    }
    if (endsTurn.has(step.next)) this.#asked.delete(item);
    if (step.next === 'again' && now) {
      drafts.write(item, step.draft);
      this.#asked.add(item);
    }
    if (step.next === 'done') {
      drafts.remove(item);
      this.#set(item, { state: 'saved', at: new Date() });
    }
    if (step.next === 'choose') this.#set(item, { state: 'conflict', current: step.current });
    if (step.next === 'stop') this.#set(item, { state: 'refused', message: step.message });
    if (step.next === 'retry') this.#fail(item, step.reason);
    if (step.next === 'locked') {
      this.#locked = true;
      this.#set(item, undefined);
      onLocked();
    }
  }

  #fail(item: string, reason: string) {
    const before = this.#savings.get(item);
    if (before?.state !== 'failed' || before.reason !== reason) this.#set(item, { state: 'failed', reason });
    if (this.#retry !== undefined) return;
    this.#retry = setTimeout(() => this.retryNow(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }
}
