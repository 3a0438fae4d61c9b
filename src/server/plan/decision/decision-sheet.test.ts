import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DecisionSheet, decisionSheet } from '#core/plan/decision/decision-sheet.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { decisionsIn } from '#core/plan/decision/request-state.ts';
import { type Documents, openDocuments } from '../../platform/documents/index.ts';
import { pdfObjects, pdfPages } from '../../platform/documents/testing/pdf-text.ts';

let documents: Documents;
beforeAll(() => {
  documents = openDocuments();
});
afterAll(() => documents.close());

const person = { id: '22222222-2222-4222-8222-222222222222', name: '院 長' };
const now = new Date('2026-11-27T03:00:00Z');

function asked(place: number, long: boolean): DecisionRequest {
  const words = (most: number) => (long ? 'とても長い説明です。'.repeat(60).slice(0, most) : '短い説明です。');
  return {
    id: person.id,
    kind: 'budget',
    title: `${place}番めの予算を決める`,
    matter: words(600),
    cost: 1_200_000,
    effect: words(400),
    waiting: words(400),
    neededBy: '2026-12-20',
    source: null,
    askedBy: person,
    askedAt: new Date(now.getTime() + place),
    withdrawnAt: null,
    revision: 1,
    decisions: [],
  };
}

const settled = (number: number): DecisionRequest => ({
  ...asked(number, false),
  title: `前に決めたこと${number}`,
  decisions: [
    {
      id: person.id,
      fiscalYear: 2026,
      number,
      outcome: 'declined',
      reason: '急がないため',
      until: null,
      decidedBy: person,
      decidedAt: now,
    },
  ],
});

const list = <T>(length: number, make: (place: number) => T) => Array.from({ length }, (_, index) => make(index + 1));
const newest = [
  { runId: person.id, fiscalYear: 2026, score: 1.64, weakAreas: 10, areas: 21, networkLevel: 1, proven: null },
];
const sheetOf = (requests: readonly DecisionRequest[]) =>
  decisionSheet({
    facility: `医療法人社団${'みなと'.repeat(12)}総合病院`,
    requests,
    decided: decisionsIn(requests),
    newest,
    now,
  });

test('why a clause is not kept is accepted or not, on paper too', () => {
  const kind = 'clause-undone' as const;
  const [answered] = settled(1).decisions;
  const decisions = answered ? [{ ...answered, outcome: 'approved' as const }] : [];
  const { due, decided } = sheetOf([
    { ...asked(1, false), kind },
    { ...settled(2), kind },
    { ...settled(3), kind, decisions },
  ]);
  expect(due).toMatchObject([{ kind: '条項ができない理由', yes: '認める', no: '認めない（対応させる）' }]);
  expect(decided.map(({ outcome }) => outcome)).toEqual(['認めなかった（対応させる）', '認めた']);
});

async function pages(content: DecisionSheet) {
  const bytes = await documents.writePdf({ template: 'decision', content }, 'test');
  const read = await pdfPages(bytes);
  return { bytes, read, text: read.map(({ text }) => text.replace(/\s/g, '')).join('') };
}

test('the page says how the facility stands, what is to be decided with all its parts, and what was decided', async () => {
  const { bytes, read, text } = await pages(sheetOf([asked(1, false), settled(1), settled(2)]));
  expect(read.map(({ size }) => size)).toEqual(['210×297']);
  for (const words of [
    ...[
      '経営者が決めること',
      '令和8年11月27日（金）現在',
      '総合1.64／3点、対策が要る分野10／21分野、院内ネットワークレベル1／3',
    ],
    ...['1.1番めの予算を決める', '予算', '120万円', '効果', '決めないと', '令和8年12月20日（日）まで'],
    ...[
      '決める',
      '先に延ばす',
      '見送る',
      '令和8年度に決めたこと',
      '令和8年度第2号',
      '前に決めたこと1',
      '見送った',
      '決めた人（署名）',
    ],
  ]) {
    expect(text).toContain(words);
  }
  const objects = pdfObjects(bytes);
  for (const mark of ['/MarkInfo', '/StructTreeRoot', 'pdfuaid', '/FontFile']) expect(objects).toContain(mark);
});

test.each([
  ['many short matters', 30, false],
  ['many long matters', 8, true],
  ['one long matter', 1, true],
])('%s stand on one page, which counts what it leaves out', async (_, count, long) => {
  const { read, text } = await pages(sheetOf([...list(count, (place) => asked(place, long)), ...list(9, settled)]));
  expect(read).toHaveLength(1);
  expect(text).toContain(`今決めること（${count}件）`);
  const shown = list(count, (place) => `${place}番めの予算`).filter((title) => text.includes(title)).length;
  expect(shown).toBeGreaterThan(0);
  if (shown < count) expect(text).toContain(`ほか${count - shown}件`);
  else expect(text).not.toContain('ほか');
  expect(text).toContain('令和8年度第9号');
});

test('what was established stands beside what is claimed on the page too', async () => {
  const [one] = newest;
  if (!one) throw new Error('There is no result.');
  const proven = { score: 1.31, weakAreas: 12, networkLevel: 0 };
  const { result } = decisionSheet({
    facility: 'みなと病院',
    requests: [],
    decided: [],
    newest: [{ ...one, proven }],
    now,
  });
  expect(result).toContain(
    '\n監査や訓練で確かめた値では：総合 1.31／3点、対策が要る分野 12／21分野、院内ネットワーク レベル0／3',
  );
});

test('with nothing to decide and no result the page says so', async () => {
  const { read, text } = await pages(
    decisionSheet({ facility: 'みなと診療所', requests: [], decided: [], newest: [], now }),
  );
  expect(read).toHaveLength(1);
  expect(text).toContain('今、決めることはありません。');
  expect(text).toContain('提出した点検の結果は、まだありません。');
});
