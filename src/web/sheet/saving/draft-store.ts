import { type Draft, draftOf } from './draft.ts';

export type Drafts = ReadonlyMap<string, Draft>;

/** Unsaved changes of one person in one run, by item: kept over reloads and shared by the tabs of a browser. */
export type DraftStore = {
  /** A new map after every change, the same one in between. */
  readonly all: () => Drafts;
  readonly write: (item: string, draft: Draft) => void;
  readonly remove: (item: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

type Owner = { readonly personId: string; readonly runId: string };

/** Where the drafts are kept; undefined in a browser that forbids it, and they live in the page alone. */
export type Keeping = {
  readonly storage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Tells which key another tab has changed. */
  readonly onElsewhere: (listener: (key: string) => void) => void;
};

export function openDrafts({ personId, runId }: Owner, { storage, onElsewhere }: Keeping): DraftStore {
  const prefix = `mamori.draft:${personId}:${runId}:`;
  const listeners = new Set<() => void>();
  let drafts: Drafts = recalled(prefix, storage);
  const put = (item: string, draft: Draft | undefined) => {
    const others = [...drafts].filter(([other]) => other !== item);
    drafts = new Map(draft ? [...others, [item, draft]] : others);
    for (const listener of listeners) listener();
  };
  onElsewhere((key) => {
    if (key.startsWith(prefix)) put(key.slice(prefix.length), draftOf(storage?.getItem(key) ?? null));
  });
  return {
    all: () => drafts,
    write: (item, draft) => {
      kept(() => storage?.setItem(prefix + item, JSON.stringify(draft)));
      put(item, draft);
    },
    remove: (item) => {
      kept(() => storage?.removeItem(prefix + item));
      put(item, undefined);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function recalled(prefix: string, storage: Keeping['storage']): Drafts {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, place) => storage?.key(place) ?? '');
  return new Map(
    keys
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const draft = draftOf(storage?.getItem(key) ?? null);
        return draft ? [[key.slice(prefix.length), draft] as const] : [];
      }),
  );
}

function kept(act: () => void) {
  try {
    act();
  } catch {
    // A full or forbidden storage must not stop the saving itself; only a reload would lose the change.
  }
}
