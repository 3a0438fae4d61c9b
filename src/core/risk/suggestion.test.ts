import { expect, it } from 'vitest';
import { madeUpRiskGuide } from '../catalogue/testing/made-up-catalogue.ts';
import { type RiskGround, suggestedRisks } from './suggestion.ts';

const [vpn] = madeUpRiskGuide.patterns;
const guide = {
  ...madeUpRiskGuide,
  patterns: [
    ...(vpn ? [{ ...vpn, id: 'seen-elsewhere', areas: [], axes: [] }] : []),
    ...(vpn ? [{ ...vpn, id: 'own', areas: ['07'], axes: ['media' as const], incidents: [] }, vpn] : []),
  ],
};
const axis = (title: string, mark: '×' | '△' | '○') => ({ title, mark, meaning: '意味' });
const ground: RiskGround = {
  weakAreas: [{ id: 'S1', title: 'ネットワーク', score: 1.25, proven: null }],
  network: { level: 1, proven: null, axes: [axis('外部', '△'), axis('媒体', '○'), axis('院内', '×')] },
  findings: [],
  settled: new Set(),
};

it('what the own results speak for comes first, what happened elsewhere after it, and what nothing speaks for not at all', () => {
  expect(suggestedRisks(guide, ground).map(({ id }) => id)).toEqual(['vpn', 'seen-elsewhere']);
  expect(suggestedRisks(guide, ground)[0]?.reasons).toEqual([
    '点検の「ネットワーク」が1.3点です（3点満点、1.5点以下は対策が要る分野）。',
    '院内ネットワークはレベル1で、「外部」が△（意味）です。',
  ]);
});

it('an area and a level that only audits or drills found low speak by what was found', () => {
  const weakAreas = [{ id: 'S1', title: 'ネットワーク', score: 2.5, proven: 1 }];
  const sound = [axis('外部', '○'), axis('媒体', '○'), axis('院内', '○')];
  const proven = { level: 0, axes: [axis('外部', '×'), axis('媒体', '○'), axis('院内', '○')], below: [] };
  const [first] = suggestedRisks(guide, { ...ground, weakAreas, network: { level: 3, axes: sound, proven } });
  expect(first?.reasons).toEqual([
    '点検の「ネットワーク」が答えでは2.5点、監査や訓練で確かめた値では1.0点です（3点満点、1.5点以下は対策が要る分野）。',
    '監査や訓練で確かめた値では、院内ネットワークはレベル0で、「外部」が×（意味）です。',
  ]);
});

it('an open finding of an audit speaks for the risks of its area, and comes before what happened elsewhere', () => {
  const area = { id: 'S1', title: 'ネットワーク' };
  const findings = [{ area, conclusion: 'major' as const, statement: 'あ'.repeat(100) }];
  const [first] = suggestedRisks(guide, { weakAreas: [], network: null, findings, settled: new Set() });
  expect(first?.id).toBe('vpn');
  expect(first?.reasons).toEqual([
    `監査で「ネットワーク」に重大な不適合があり、まだ直っていません：${'あ'.repeat(79)}…`,
  ]);
});

it('of many open findings of an area three are told and the others counted', () => {
  const area = { id: 'S1', title: 'ネットワーク' };
  const findings = Array.from({ length: 250 }, (_, at) => ({
    area,
    conclusion: 'major' as const,
    statement: `指摘${at}`,
  }));
  const [first] = suggestedRisks(guide, { weakAreas: [], network: null, findings, settled: new Set() });
  expect(first?.reasons).toHaveLength(4);
  expect(first?.reasons[2]).toContain('指摘2');
  expect(first?.reasons[3]).toBe('「ネットワーク」には、まだ直っていない監査の指摘が、ほかに247件あります。');
});

it('what stands in the register or was set aside is not suggested', () => {
  expect(suggestedRisks(guide, { ...ground, settled: new Set(['vpn', 'seen-elsewhere']) })).toEqual([]);
});

it('without a result only incidents speak, each with who says so', () => {
  const [first] = suggestedRisks(guide, { weakAreas: [], network: null, findings: [], settled: new Set() });
  expect(first).toMatchObject({ reasons: [], incidents: [{ where: 'ある病院', source: '公表', firstHand: true }] });
});
