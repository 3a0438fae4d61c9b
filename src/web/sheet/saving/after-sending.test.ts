import { describe, expect, it } from 'vitest';
import { colleague, madeAnswer, me } from '../testing/made-up.ts';
import { afterSending } from './after-sending.ts';

const sent = { value: '1', note: '', revision: 0 } as const;
const saved = { kind: 'saved', answer: madeAnswer() } as const;

describe('afterSending', () => {
  it('is done when the saved answer is what the person wants now', () => {
    expect(afterSending({ personId: me.id, sent, now: sent, outcome: saved })).toEqual({
      next: 'done',
      standing: saved.answer,
    });
  });

  it('sends what was typed meanwhile upon the revision just saved', () => {
    const now = { value: '3', note: '確かめた' } as const;
    expect(afterSending({ personId: me.id, sent, now, outcome: saved })).toEqual({
      next: 'again',
      standing: saved.answer,
      draft: { ...now, revision: 1 },
    });
  });

  it('lets the person choose when someone else came first', () => {
    const current = madeAnswer({ answeredBy: colleague, value: '0' });
    expect(afterSending({ personId: me.id, sent, now: sent, outcome: { kind: 'stale', current } })).toEqual({
      next: 'choose',
      current,
    });
  });

  it('takes a conflict with its own unacknowledged save for that save', () => {
    const current = madeAnswer({ value: '1' });
    const now = { value: '2', note: '' } as const;
    const again = { ...now, revision: 0, sent: { value: '1', note: '' } } as const;
    expect(afterSending({ personId: me.id, sent: again, now, outcome: { kind: 'stale', current } })).toEqual({
      next: 'again',
      standing: current,
      draft: { ...now, revision: 1 },
    });
  });

  it('sends a day of a checklist that was typed meanwhile, and is done once it stands', () => {
    const first = { ...sent, confirmedOn: '2026-11-27' } as const;
    const answer = madeAnswer({ confirmedOn: '2026-11-27' });
    const now = { ...first, targetOn: '2027-03-31' } as const;
    expect(afterSending({ personId: me.id, sent: first, now, outcome: { kind: 'saved', answer } })).toMatchObject({
      next: 'again',
      draft: { value: '1', confirmedOn: '2026-11-27', targetOn: '2027-03-31', revision: 1 },
    });
    const dated = madeAnswer({ confirmedOn: '2026-11-27', targetOn: '2027-03-31' });
    expect(afterSending({ personId: me.id, sent: first, now, outcome: { kind: 'saved', answer: dated } }).next).toBe(
      'done',
    );
  });

  it('does not take what the person saved elsewhere for an unacknowledged save', () => {
    const current = madeAnswer({ value: '0' });
    const again = { ...sent, sent: { value: '1', note: '' } } as const;
    const step = afterSending({ personId: me.id, sent: again, now: sent, outcome: { kind: 'stale', current } });
    expect(step.next).toBe('choose');
  });
});
