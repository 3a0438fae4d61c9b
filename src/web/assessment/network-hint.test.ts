import { describe, expect, it } from 'vitest';
import { networkHint } from './network-hint.ts';

const begun = { status: 'open', answered: 0, items: 12, toConfirm: 0 } as const;

describe('networkHint', () => {
  it('leads to the sheets where nobody has begun', () => {
    expect(networkHint(undefined)).toMatchObject({ to: 'runs', aside: '12問、およそ5分' });
  });

  it.each([
    ['nothing', begun, 'まだ一つも答えていません', 'ネットワークの点検に答える'],
    ['some', { ...begun, answered: 5 }, '残り7問に答えて提出すると', '続きから答える'],
    ['all but what was carried over', { ...begun, answered: 12, toConfirm: 3 }, '3問を確かめて', '引き継いだ答え'],
    ['all', { ...begun, answered: 12 }, '12問すべてに答えましたが、まだ提出していません', '提出に進む'],
  ] as const)('says what is left where %s is answered', (_, run, words, act) => {
    const hint = networkHint(run);
    expect(hint.words).toContain(words);
    expect(hint.act).toContain(act);
    expect(hint.to).toBe('run');
  });

  it('asks for nothing more once it is submitted', () => {
    const hint = networkHint({ ...begun, status: 'submitted', answered: 12 });
    expect(hint).toMatchObject({ to: 'result', act: 'ネットワークの結果を見る' });
    expect(hint.words).not.toContain('提出すると');
  });
});
