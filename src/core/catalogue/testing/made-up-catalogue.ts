import type { Catalogue } from '../catalogue.ts';
import type { ContentCounts } from '../content-counts.ts';
import type { Clause, Guideline } from '../guideline.ts';
import type { RiskGuide } from '../risk-guide.ts';
import type { Area, Help, Item, Measure, Scale, Sheet, SheetHead, SheetId } from '../sheet.ts';

/** Content made up for tests: small, complete and without a fault. */
export const madeUpSteps: Scale = {
  id: 'steps',
  values: [
    ...(['0', '1', '2', '3'] as const).map((value) => ({ value, label: `段階${value}`, points: Number(value) })),
    { value: 'unknown', label: '分からない', points: 0 },
    { value: 'not-applicable', label: '対象外', needsNote: true },
  ],
  guidance: [],
};

export const madeUpYesNo: Scale = {
  id: 'yes-no',
  values: [
    { value: 'yes', label: 'はい' },
    { value: 'no', label: 'いいえ' },
    { value: 'unknown', label: '分からない' },
  ],
  guidance: [],
};

const madeUpHelp: Help = { meaning: '意味', goodExample: '良い例', commonMistake: 'よくある誤り' };

export function madeUpItem(id: string, parts: Partial<Item> = {}): Item {
  return { id, text: `${id}をしていますか`, help: madeUpHelp, evidence: ['記録'], links: [], ...parts };
}

/** A measure from effects written as in the domain tables: 「H01-1→2」 plain, 「H01-1→3*」 only from 2. */
export function madeUpMeasure(id: string, effects: readonly string[], parts: Partial<Measure> = {}): Measure {
  const raises = effects.map((effect): Measure['raises'][number] => {
    const [item = '', step = ''] = effect.split('→');
    return step.endsWith('*') ? { item, to: Number(step[0]), onlyFrom: 2 } : { item, to: Number(step) };
  });
  const words = { id, title: `${id}をする`, costClass: 0, personDays: 1, role: '担当', why: '理由' };
  return { ...words, raises, requires: [], ...parts };
}

export const everyYear: Pick<Measure, 'yearly'> = { yearly: { personDays: 1, costClass: 0 } };

export function madeUpArea(id: string, items: readonly Item[], measures: readonly Measure[] = []): Area {
  return { id, title: `分野${id}`, about: '説明', items: [...items], measures: [...measures] };
}

export function madeUpSheet(
  id: SheetId,
  areas: readonly Area[],
  parts: Partial<Omit<SheetHead, 'scale'>> & { readonly scale?: Scale } = {},
): Sheet {
  const words = {
    title: `点検票${id}`,
    description: '説明',
    respondent: '担当',
    notice: 'ガイドライン・チェックリストに基づく独自設問',
  };
  const head = { id, version: '1.0.0', ...words, published: '2026-11-21', basis: ['根拠'] };
  return { ...head, scale: madeUpSteps, areas: [...areas], ...parts };
}

export function madeUpGuideline(id: string, version: string, clauses: readonly Clause[]): Guideline {
  const words = { title: '経営管理編', version, certainty: 'primary' as const, source: '出典', note: '言い換え' };
  return { id, ...words, chapters: [{ no: 3, title: '安全管理全般', clauses: [...clauses] }] };
}

/** The one clause of the made-up guideline. */
export const madeUpClause: Clause = {
  id: 'GOV7-3-01',
  label: '3①',
  text: '規程を定める',
  help: madeUpHelp,
  roles: ['executive'],
  kind: ['文書'],
  evidence: ['規程'],
  source: '3章①',
  items: ['S1'],
};

const question = madeUpItem('S1', {
  links: [
    { to: 'R7-H-1-01', relation: 'decides' },
    { to: 'GOV7-3-01', relation: 'decides' },
    { to: 'GOV7', at: '3.1.2', relation: 'related' },
  ],
});

const checklistItem = madeUpItem('R7-H-1-01', { label: '1-①', items: [{ item: 'S1', relation: 'decides' }] });

export const madeUpRiskGuide: RiskGuide = {
  id: 'risk-guide',
  version: '1.0.0',
  title: 'リスクの案',
  source: '出典',
  note: '独自の案です。',
  lines: [{ id: 'network', place: 'infrastructure', title: 'ネットワーク' }],
  incidents: [
    {
      id: 'seen',
      when: '令和3年10月',
      where: 'ある病院',
      cause: '弱点',
      harm: '停止',
      source: '公表',
      certainty: 'primary',
    },
  ],
  patterns: [
    {
      id: 'vpn',
      title: 'VPNから入られる',
      assets: ['VPN装置'],
      threat: '入られる',
      weakness: '古い',
      careFunction: '',
      areas: ['S1'],
      axes: ['external'],
      incidents: ['seen'],
      treatments: [{ measure: 'MS1', line: 'network', kind: 'preventive' }],
    },
  ],
};

/** A step sheet with one question, a checklist item and a clause it decides, and a network sheet of one item. */
export const madeUpCatalogue: Catalogue = {
  sheets: [
    madeUpSheet('small-facility', [
      madeUpArea(
        'S1',
        [question],
        [madeUpMeasure('MS1', ['S1→2']), madeUpMeasure('MS2', ['S1→3*'], { requires: ['MS1'], ...everyYear })],
      ),
    ]),
    madeUpSheet('checklist-institution', [madeUpArea('R7-1', [checklistItem])], {
      version: 'R7',
      scale: madeUpYesNo,
      gate: 'R7-H-1-01',
    }),
    madeUpSheet('network-level', [madeUpArea('external', [madeUpItem('N1', { near: ['S1'] })])], {
      scale: madeUpYesNo,
      order: ['N1'],
      effects: [{ measure: 'MS1', sets: ['N1'] }],
      ladder: [{ from: 0, measure: 'MS1', sets: ['N1'], action: '一覧にする' }],
    }),
  ],
  bridges: [],
  adopted: {},
  provisional: [],
  guidelines: [madeUpGuideline('GOV7', '7.0', [madeUpClause])],
  words: [{ term: 'VPN', reading: 'ぶいぴーえぬ', text: '専用の通り道を作る仕組みです。', source: '出典' }],
  risks: [madeUpRiskGuide],
  templates: [
    {
      id: 'TP-policy-clinic',
      version: '1.0.0',
      kind: 'policy',
      title: '方針',
      size: 'clinic',
      clauses: [],
      note: '文案',
      body: '一　守ります。\n',
    },
  ],
  feeRules: [
    {
      id: 'FR-A',
      version: 'R6',
      validFrom: { day: '2024-06-01', certainty: 'secondary' },
      title: '加算',
      summary: '要約',
      certainty: 'secondary',
      source: '出典',
      note: '',
      conditions: [
        { id: 'FR-A-1', text: '要件', certainty: 'secondary', source: '出典', proofs: [], byHand: '任命書' },
      ],
    },
  ],
  auditGuides: [],
};

/** The counts of the made-up catalogue. */
export const madeUpCounts: ContentCounts = {
  sheets: {
    'small-facility 1.0.0': { areas: { S1: 1 }, measures: 2 },
    'checklist-institution R7': { areas: { 'R7-1': 1 }, measures: 0 },
    'network-level 1.0.0': { areas: { external: 1 }, measures: 0 },
  },
  guidelines: { GOV7: { 3: 1 } },
};
