import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetRows } from '../../kernel/workbook.ts';
import { faultsOfBridge } from '../bridge-faults.ts';
import { itemsOf } from '../sheet.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem, madeUpSheet, madeUpYesNo } from '../testing/made-up-catalogue.ts';
import { itemsToReview } from './form-draft.ts';
import { guessMapping, linesOf } from './form-mapping.ts';
import { readForm } from './form-rows.ts';
import type { DraftItem } from './form-shape.ts';
import { knownFile } from './known-file.ts';
import { publishedForm } from './published-form.ts';
import { sharedWords, similarity } from './similarity.ts';
import { earlierFor, labelOfLine, numberOfLine } from './suggestion.ts';
import { suggestionsFor } from './suggestions.ts';

const register = 'サーバ・端末・ネットワーク機器を台帳で管理している';
const earlier = madeUpSheet(
  'checklist-institution',
  [
    madeUpArea('R7-0', [madeUpItem('R7-H-0', { label: '入口', text: 'システムを使っている' })]),
    madeUpArea('R7-1', [madeUpItem('R7-H-1-01', { label: '1-①', text: '安全管理の責任者を決めている' })]),
    madeUpArea('R7-2', [madeUpItem('R7-H-2-01', { label: '2-①', text: register })]),
  ],
  { version: 'R7', scale: madeUpYesNo, gate: 'R7-H-0' },
);
const sheetOf = (rows: SheetRows['rows'], name = '確認用'): SheetRows => ({ name, rows });
const rows = [
  ['様式の題'],
  [null, '番号', 'チェック項目', '対象', '確認結果（はい・いいえ）', '目標日', '目標'],
  ['１　体制構築'],
  [null, '①', '安全管理の責任者を決めている', '体制', null, null, '令和8年度'],
  ['２　管理・運用'],
  [null, '①', '機器の台帳を作り、管理している', '全般', null, null],
  [null, '②', '機器を捨てるときに情報を消している', '全般', null, null],
  [null, null, null],
];

describe('the rows of a form', () => {
  it('are those of its one sheet, without what is empty at the end', () => {
    const read = readForm([sheetOf(rows), sheetOf([[null]], '空')]);
    expect('rows' in read && [read.rows.length, read.rows[3]]).toEqual([
      7,
      ['', '①', '安全管理の責任者を決めている', '体制', '', '', '令和8年度'],
    ]);
  });

  it.each<[string, readonly SheetRows[], string]>([
    ['nothing', [sheetOf([[null], []])], 'form-empty'],
    ['two sheets', [sheetOf(rows), sheetOf(rows, '事業者')], 'form-several-sheets'],
    ['3,000 rows', [sheetOf(Array.from({ length: 3000 }, () => ['行']))], 'form-too-many-rows'],
    ['too many columns', [sheetOf([Array.from({ length: 31 }, () => '列')])], 'form-too-many-columns'],
    ['a cell that is too long', [sheetOf([['長'.repeat(1001)]])], 'form-cell-too-long'],
  ])('are refused with %s', (_name, sheets, code) => {
    const read = readForm(sheets);
    expect('faults' in read && read.faults.map((fault) => fault.code)).toEqual([code]);
  });
});

const read = readForm([sheetOf(rows)]);
const texts = 'rows' in read ? read.rows : [];

describe('a mapping', () => {
  it('is guessed from what columns and rows look like', () => {
    expect(guessMapping(texts)).toEqual({
      number: 1,
      text: 2,
      goal: 6,
      equipment: 3,
      roles: ['skip', 'skip', 'section', 'item', 'section', 'item', 'item'],
    });
  });

  it('reads lines under their section, with the number they have there', () => {
    const lines = linesOf(texts, guessMapping(texts));
    expect(lines.map((line) => [line.row, numberOfLine(line), line.equipment])).toEqual([
      [3, '1-1', '体制'],
      [5, '2-1', '全般'],
      [6, '2-2', '全般'],
    ]);
  });

  it('is reviewed under the number its items have in every other version', () => {
    const labels = itemsToReview(linesOf(texts, guessMapping(texts)), []).map(({ label }) => label);
    expect(labels).toEqual(['1-①', '2-①', '2-②']);
    expect(labelOfLine({ section: '2　管理・運用', label: '2-⑦' })).toBe('2-⑦');
    expect(labelOfLine({ section: '管理・運用', label: '⑦' })).toBe('⑦');
    expect(labelOfLine({ section: '2　管理・運用', label: '' })).toBe('');
  });

  it('of anything reads no more lines than there are rows, and never fails', () => {
    const cells = fc.array(
      fc.array(fc.oneof(fc.constantFrom('', '①', '1 体制', '2-③'), fc.string()), { maxLength: 8 }),
      { maxLength: 20 },
    );
    fc.assert(fc.property(cells, (any) => linesOf(any, guessMapping(any)).length <= any.length));
  });

  it('changed, keeps what was decided of rows that say the same', () => {
    const mapping = guessMapping(texts);
    const lines = linesOf(texts, mapping);
    const first = itemsToReview(lines, []);
    const decided = first.map((item): DraftItem => ({ ...item, change: 'new', doubtful: true }));
    const before = decided.flatMap((item, index) => (lines[index] ? [{ item, line: lines[index] }] : []));
    const roles = mapping.roles.map((role, row) => (row === 6 ? 'skip' : row === 0 ? 'item' : role));
    const again = itemsToReview(linesOf(texts, { ...mapping, roles, text: 2 }), before);
    expect(again.map(({ row, change }) => [row, change])).toEqual([
      [3, 'new'],
      [5, 'new'],
    ]);
  });

  it('changed, reads what a line is about and by when from the other columns, and keeps what was decided', () => {
    const mapping = { ...guessMapping(texts), equipment: null, goal: null };
    const lines = linesOf(texts, mapping);
    const before = itemsToReview(lines, []).flatMap((item, index) => {
      const line = lines[index];
      return line ? [{ item: { ...item, change: 'new' as const, needsVendor: true }, line }] : [];
    });
    const [first] = itemsToReview(linesOf(texts, guessMapping(texts)), before);
    expect(first).toMatchObject({ change: 'new', needsVendor: true, equipment: '体制', goal: '令和8年度' });
    const [back] = itemsToReview(linesOf(texts, mapping), before);
    expect(back).toMatchObject({ change: 'new', equipment: '', goal: '' });
  });

  it('takes no column a facility fills in for what the form says itself', () => {
    expect(
      guessMapping([
        ['番号', '項目', '対象外', '目標日'],
        ['', '', '', '目標の日'],
      ]),
    ).toMatchObject({
      equipment: null,
      goal: null,
    });
  });
});

describe('suggestions', () => {
  it('say why: same words, same number, near words with those they share', () => {
    const reasons = (text: string, label: string, section: string) =>
      earlierFor({ text, label, section }, earlier, undefined).map(({ id, reason }) => [id, reason]);
    expect(reasons('安全管理の 責任者を決めている', '⑨', '9')[0]).toEqual(['R7-H-1-01', '文言が同じ']);
    expect(reasons('まったく別のこと', '①', '２　管理')).toEqual([['R7-H-2-01', '番号が同じ（2-①）']]);
    const [[id, reason] = []] = reasons('ネットワーク機器の台帳を作って管理している', '⑦', '8');
    expect(id).toBe('R7-H-2-01');
    expect(reason).toMatch(/^言葉が近い（\d+%）。共通の言葉：.*「台帳」/);
  });

  it('from the provisional list are marked as not checked', () => {
    const provisional = {
      sheet: 'checklist-institution' as const,
      version: 'R8',
      from: 'R7',
      rows: [{ key: 'R8-H-2-01', from: 'R7-H-2-01', certainty: 'secondary' as const, note: '話題だけが分かる' }],
    };
    const [first] = earlierFor({ text: '別のこと', label: '①', section: '2' }, earlier, provisional);
    expect(first).toMatchObject({ id: 'R7-H-2-01', reason: '仮の一覧にある番号（話題だけが分かる）' });
    expect(first?.doubt).toContain('確かめていません');
  });

  it('of clauses name chapters too, where their clauses could not be read one by one', () => {
    const [guideline] = madeUpCatalogue.guidelines;
    if (!guideline) throw new Error('the made-up catalogue has a guideline');
    const chapter = { no: 9, id: 'PLN6-09', title: '情報機器等の資産管理', text: '台帳と定期棚卸し', clauses: [] };
    const guidelines = [...madeUpCatalogue.guidelines, { ...guideline, title: '企画管理編', chapters: [chapter] }];
    const [item] = itemsToReview(
      [
        {
          row: 4,
          section: '',
          label: '',
          text: '情報機器の資産を台帳で管理し、棚卸ししている',
          goal: '',
          equipment: '',
        },
      ],
      [],
    );
    const [of] = suggestionsFor({ ...madeUpCatalogue, guidelines }, earlier, item ? [item] : []);
    expect(of?.clauses[0]).toMatchObject({ id: 'PLN6-09', label: '企画管理編 9章' });
  });

  it('rest on a likeness between 0 and 1 that is the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const alike = similarity(one, other);
        return alike >= 0 && alike <= 1 && alike === similarity(other, one);
      }),
    );
    expect(similarity(register, register)).toBe(1);
    expect(sharedWords('台帳を作る', '機器台帳')).toEqual(['台帳']);
  });
});

describe('a published form', () => {
  const items = itemsToReview(linesOf(texts, guessMapping(texts)), []);
  const file = { name: '様式.xlsx', sha256: 'a'.repeat(64), known: true };
  const form = { earlier, version: 'R8', published: '2026-11-27', file };
  const decided = items.map((item, index): DraftItem => {
    if (index === 0) return { ...item, change: 'unchanged', from: 'R7-H-1-01' };
    return index === 1
      ? { ...item, change: 'reworded', from: 'R7-H-2-01', doubtful: true }
      : { ...item, change: 'new' };
  });

  it('is a version with a bridge that has no fault, and what is marked is uncertain', () => {
    const made = publishedForm({ ...form, items: decided });
    if ('faults' in made) throw new Error(JSON.stringify(made.faults));
    expect(itemsOf(made.sheet).map(({ id, certainty }) => [id, certainty])).toEqual([
      ['R8-H-1-01', 'primary'],
      ['R8-H-2-01', 'unverified'],
      ['R8-H-2-02', 'primary'],
    ]);
    expect(made.bridge.dropped).toEqual(['R7-H-0']);
    expect(faultsOfBridge(made.bridge, earlier, made.sheet)).toEqual([]);
  });

  it('of a file nobody knows is uncertain as a whole', () => {
    const made = publishedForm({ ...form, file: { ...file, known: false }, items: decided });
    expect('sheet' in made && itemsOf(made.sheet).every(({ certainty }) => certainty === 'unverified')).toBe(true);
  });

  it.each<[string, readonly DraftItem[], string]>([
    ['nothing is kept', decided.map((item) => ({ ...item, dropped: true })), 'form-no-items'],
    ['something is undecided', items, 'form-undecided'],
    [
      'nothing is named that it follows',
      decided.map((item) => ({ ...item, change: 'reworded', from: null })),
      'form-without-earlier',
    ],
    [
      'unchanged words differ',
      decided.map((item, index) => (index === 1 ? { ...item, change: 'unchanged' as const } : item)),
      'form-wording',
    ],
    [
      'two are the same as one',
      decided.map((item) => ({ ...item, text: register, change: 'unchanged' as const, from: 'R7-H-2-01' })),
      'form-twice',
    ],
  ])('is refused where %s', (_name, reviewed, code) => {
    const made = publishedForm({ ...form, items: reviewed });
    expect('faults' in made && made.faults[0]?.code).toBe(code);
  });

  it('says which items need no answer without a vendor where somebody decided, and what they are about', () => {
    const made = publishedForm({
      ...form,
      items: decided.map((item, index) => (index === 2 ? { ...item, needsVendor: false } : item)),
    });
    expect(
      'sheet' in made &&
        itemsOf(made.sheet).map(({ needsVendor, equipment, target }) => [needsVendor, equipment, target]),
    ).toEqual([
      [undefined, '体制', '令和8年度'],
      [undefined, '全般', undefined],
      [false, '全般', undefined],
    ]);
  });

  it('has the gate where an item follows the earlier one', () => {
    const gate: DraftItem = {
      ...(items[0] as DraftItem),
      row: 2,
      section: '',
      label: '',
      change: 'reworded',
      from: 'R7-H-0',
    };
    const made = publishedForm({ ...form, items: [gate, ...decided] });
    expect('sheet' in made && made.sheet.gate).toBe('R8-H-0-01');
  });
});

describe('a known file', () => {
  it('is known by hash and size, and by nothing else', () => {
    expect(knownFile(`b811208b1d29fe0f${'0'.repeat(48)}`, 25_655)?.name).toBe('001716187.xlsx');
    expect(knownFile(`b811208b1d29fe0f${'0'.repeat(48)}`, 25_656)).toBeUndefined();
    expect(knownFile('0'.repeat(64), 25_655)).toBeUndefined();
  });
});
