import { expect, test } from 'vitest';
import { askedWords, type FindingPlace, placeWords, proofAt, proofWords } from './finding-place.ts';

const item: FindingPlace = {
  kind: 'item',
  item: { id: 'H01-6', text: '監査を受けていますか' },
  area: { id: '01', title: '体制' },
};
const clause: FindingPlace = { kind: 'clause', clause: { id: 'GOV7-3-11', label: '3⑪', title: '3⑪ 監査を行うこと' } };
const system: FindingPlace = { kind: 'system', system: '電子カルテ' };

test('a finding says where it stands and what is asked there', () => {
  expect([item, clause, system].map(placeWords)).toEqual(['体制（H01-6）', '条項 3⑪', 'システム 電子カルテ']);
  expect([item, clause, system].map(askedWords)).toEqual(['設問：監査を受けていますか', '条項：3⑪ 監査を行うこと', '']);
});

test('its proof stands at the item or the clause, and of a system, where no files lie, at the finding itself', () => {
  const at = [item, clause, system].map((place) => proofAt({ id: 'its-own', place }));
  expect(at).toEqual(['H01-6', 'GOV7-3-11', 'its-own']);
  expect([item, clause].map(proofWords)).toEqual(['H01-6', '条項 3⑪']);
});
