import type { Area, Item, Scale, Sheet } from '#core/catalogue/sheet.ts';
import type { AnswerView } from '../queries.ts';

export const me = { id: 'me', name: '山田 花子' };
export const colleague = { id: 'colleague', name: '佐藤 次郎' };

/** An answer as the server tells it. */
export function madeAnswer(given: Partial<AnswerView> = {}): AnswerView {
  return {
    itemId: 'A1',
    value: '1',
    note: '',
    revision: 1,
    toConfirm: false,
    confirmedOn: null,
    targetOn: null,
    conclusion: null,
    answeredBy: me,
    answeredAt: '2026-11-20T01:42:00.000Z',
    ...given,
  };
}

export const steps: Scale = {
  id: 'steps',
  guidance: [],
  values: [
    { value: '0', label: 'していない', points: 0 },
    { value: '1', label: '一部だけ', points: 1 },
    { value: 'unknown', label: '分からない', points: 0 },
    { value: 'not-applicable', label: '対象外', needsNote: true },
  ],
};

function madeItem(id: string): Item {
  return {
    id,
    text: `${id}をしていますか`,
    help: { meaning: '', goodExample: '', commonMistake: '' },
    evidence: [],
    links: [],
  };
}

function madeArea(id: string, items: readonly string[]): Area {
  return { id, title: `分野${id}`, about: '', items: items.map(madeItem), measures: [] };
}

/** Two areas, A with two items and B with one. */
export const madeSheet: Sheet = {
  id: 'hospital',
  version: '1.0.0',
  title: '病院システム',
  description: '2分野3問',
  respondent: '運用する人',
  notice: '',
  published: '2026-04-01',
  basis: ['ガイドライン'],
  scale: steps,
  areas: [madeArea('A', ['A1', 'A2']), madeArea('B', ['B1'])],
};
