import { expect, it } from 'vitest';
import { madeUpCatalogue } from './testing/made-up-catalogue.ts';
import { faultsOf } from './testing/made-up-change.ts';

const [word] = madeUpCatalogue.words;
if (!word) throw new Error('the made-up catalogue explains a word');

it.each(['VPN', 'ｖｐｎ'])('a word explained a second time as 「%s」 is named', (term) => {
  const words = [...madeUpCatalogue.words, { ...word, term }];
  expect(faultsOf({ ...madeUpCatalogue, words })).toEqual([`catalogue/repeated-word ${term}`]);
});

it.each(['term', 'reading', 'text', 'source'])('a word whose %s is empty is named', (field) => {
  expect(faultsOf({ ...madeUpCatalogue, words: [{ ...word, [field]: ' ' }] })).toEqual([
    expect.stringMatching(new RegExp(`^catalogue/unwritten .*${field}$`)),
  ]);
});
