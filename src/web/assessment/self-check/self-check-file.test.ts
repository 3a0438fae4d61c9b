import { describe, expect, it } from 'vitest';
import { itemsOf, type Scale, type Sheet } from '#core/catalogue/sheet.ts';
import type { SelfCheck } from './self-check.ts';
import { readSelfCheck } from './self-check-file.ts';
import { fromText, toFile, toText } from './self-check-text.ts';

const scale: Scale = {
  id: 'steps',
  values: [
    { value: '0', label: 'していない', points: 0 },
    { value: '3', label: '見直している', points: 3 },
    { value: 'unknown', label: '分からない', points: 0 },
    { value: 'not-applicable', label: '対象外', needsNote: true },
  ],
  guidance: [],
};
const item = (id: string) => ({
  id,
  text: `${id}はどうですか`,
  help: { meaning: '意味', goodExample: '例', commonMistake: '誤り' },
  evidence: [],
  links: [],
});
const sheet: Sheet = {
  id: 'small-facility',
  version: '1.0.0',
  title: '小さな施設',
  description: '2問',
  respondent: '院長',
  notice: '独自設問',
  published: '2026-11-21',
  basis: ['もと'],
  scale,
  areas: [{ id: 'S1', title: '体制', about: '', items: [item('S1'), item('S2')], measures: [] }],
};
const check: SelfCheck = {
  kind: 'pharmacy',
  sheets: {
    'small-facility': {
      version: '1.0.0',
      answers: { S1: { value: '3' }, S2: { value: 'not-applicable', note: '髙﨑さんの𠮷野家①㈱に任せ、対象が無い' } },
    },
  },
};
const file = (change: object) => JSON.stringify({ ...JSON.parse(toFile(check)), ...change });
const faultsOf = (text: string) => {
  const taken = readSelfCheck(text, [sheet]);
  return taken.read ? [] : taken.faults;
};
const given = (answers: object, version = '1.0.0') => file({ sheets: { 'small-facility': { version, answers } } });

describe('a kept file', () => {
  it('brings back exactly what was kept', () => {
    expect(readSelfCheck(toFile(check), [sheet])).toEqual({ read: true, check });
    expect(itemsOf(sheet).map(({ id }) => id)).toEqual(Object.keys(check.sheets['small-facility']?.answers ?? {}));
  });

  it('is read with a byte order mark in front', () => {
    expect(readSelfCheck(`\uFEFF${toFile(check)}`, [sheet]).read).toBe(true);
  });

  it('names its format, version, sheet and sheet version', () => {
    expect(JSON.parse(toFile(check))).toMatchObject({
      format: 'mamori-self-check',
      version: 1,
      sheets: { 'small-facility': { version: '1.0.0' } },
    });
  });

  it('leaves out 「対象外」 whose reason is not written yet', () => {
    const unfinished: SelfCheck = {
      kind: 'clinic',
      sheets: { 'small-facility': { version: '1.0.0', answers: { S1: { value: 'not-applicable' } } } },
    };
    expect(JSON.parse(toFile(unfinished)).sheets['small-facility'].answers).toEqual({});
    expect(fromText(toText(unfinished))).toEqual(unfinished);
  });
});

describe('the memory of a tab', () => {
  it('forgets what another version of the product wrote', () => {
    expect(fromText(toText(check).replace('"version": 1,', '"version": 2,'))).toBeUndefined();
  });
});

describe('a faulty file', () => {
  it.each([
    ['text that is no JSON', 'item,value\nS1,3', 'まもりの自己点検のファイルではありません'],
    ['JSON of something else', '{"format":"other","version":1}', 'ほかのしくみのファイル'],
    ['a later version of the format', file({ version: 2 }), '新しい版のまもり'],
    ['an unknown kind of facility', file({ kind: 'zoo' }), '「kind」'],
    ['another version of the sheet', given({}, '0.9.0'), '版が違います（ファイル 0.9.0、今 1.0.0）'],
    ['a question that does not exist', given({ S9: { value: '0' } }), 'S9 という設問はありません'],
    ['a value of another scale', given({ S1: { value: 'yes' } }), 'S1 の答え「yes」は選べない値です'],
    ['a value of no scale', given({ S1: { value: 7 } }), 'S1 の答えを読めません'],
    ['a reason without end', given({ S1: { value: '0', note: 'あ'.repeat(2001) } }), 'S1 の理由が長すぎます'],
  ])('with %s is refused and says why', (_, text, words) => {
    expect(faultsOf(text).join()).toContain(words);
  });

  it('is told all its faults at once', () => {
    expect(faultsOf(given({ S8: { value: '0' }, S9: { value: '0' }, S1: { value: 'no' } }))).toHaveLength(3);
  });
});
