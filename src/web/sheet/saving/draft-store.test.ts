import { beforeEach, describe, expect, it } from 'vitest';
import { openDrafts } from './draft-store.ts';

const draft = { value: '2', note: '台帳で確かめた', revision: 4 } as const;
const owner = { personId: 'me', runId: 'run' };
let kept: Map<string, string>;
let tell: (key: string) => void;

function keeping() {
  return {
    storage: {
      get length() {
        return kept.size;
      },
      key: (place: number) => [...kept.keys()][place] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    },
    onElsewhere: (listener: (key: string) => void) => {
      tell = listener;
    },
  };
}

describe('openDrafts', () => {
  beforeEach(() => {
    kept = new Map();
  });

  it('finds after a reload what was not saved', () => {
    openDrafts(owner, keeping()).write('A1', draft);
    expect([...openDrafts(owner, keeping()).all()]).toEqual([['A1', draft]]);
  });

  it('finds the days of a checklist again too', () => {
    const dated = { ...draft, confirmedOn: '2026-11-27', targetOn: '2027-03-31' };
    openDrafts(owner, keeping()).write('A1', dated);
    expect([...openDrafts(owner, keeping()).all()]).toEqual([['A1', dated]]);
  });

  it('keeps the drafts of another person and another run apart', () => {
    openDrafts(owner, keeping()).write('A1', draft);
    expect(openDrafts({ ...owner, personId: 'colleague' }, keeping()).all().size).toBe(0);
    expect(openDrafts({ ...owner, runId: 'other' }, keeping()).all().size).toBe(0);
  });

  it('follows what another tab wrote and removed', () => {
    const drafts = openDrafts(owner, keeping());
    const here = tell;
    const elsewhere = openDrafts(owner, keeping());
    elsewhere.write('A1', draft);
    here('mamori.draft:me:run:A1');
    expect(drafts.all().get('A1')).toEqual(draft);
    elsewhere.remove('A1');
    here('mamori.draft:me:run:A1');
    expect(drafts.all().size).toBe(0);
  });

  it('leaves out what it cannot read', () => {
    kept.set('mamori.draft:me:run:A1', '{"value":7}');
    kept.set('mamori.draft:me:run:A2', 'no JSON');
    kept.set('mamori.draft:me:run:A5', '{"value":"no","note":"","revision":1,"targetOn":7}');
    kept.set('mamori.draft:me:run:A3', '{"value":7,"note":"","revision":1}');
    kept.set('mamori.draft:me:run:A4', '{"value":"1","note":"","revision":1,"sent":"1"}');
    expect(openDrafts(owner, keeping()).all().size).toBe(0);
  });

  it('goes on in the page where the browser keeps nothing', () => {
    const full = {
      ...keeping().storage,
      setItem: () => {
        throw new Error('full');
      },
    };
    const drafts = openDrafts(owner, { storage: full, onElsewhere: () => undefined });
    drafts.write('A1', draft);
    expect(drafts.all().get('A1')).toEqual(draft);
  });
});
