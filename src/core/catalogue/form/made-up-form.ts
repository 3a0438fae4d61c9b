import type { Workbook, WorkbookCell } from '../../kernel/workbook.ts';
import { itemsOf, type Sheet } from '../sheet.ts';

const head: readonly WorkbookCell[] = [
  '',
  '番号',
  'チェック項目',
  '対象',
  '確認結果（はい・いいえ）',
  '目標日',
  '目標',
];

/** Rows as a form of the ministry may have them: a title, a head, sections and numbered lines. */
function madeUpFormRows(r7: Sheet): readonly (readonly WorkbookCell[])[] {
  const [gate, ...areas] = r7.areas;
  const sections = areas.flatMap((area, index): (readonly WorkbookCell[])[] => [
    [`${index + 1}　${area.title}`],
    ...area.items.map((item): readonly WorkbookCell[] => {
      const number = (item.label ?? '').split('-')[1] ?? '';
      return ['', number, item.text, item.equipment ?? '', '', '', item.target ?? ''];
    }),
  ]);
  return [['お試し用の様式（国の様式ではありません）'], head, ['', '', gate?.items[0]?.text ?? ''], ...sections];
}

/** A made-up form as a workbook of one sheet, for the demo and for tests; never offered as the ministry's own: the lines of R7, of which 2-⑦ says something else, and one more. */
export function madeUpForm(r7: Sheet): Workbook {
  const password = itemsOf(r7).find(({ label }) => label === '2-⑦')?.text;
  const rows = madeUpFormRows(r7).map((row) =>
    row.map((cell) =>
      cell === password ? 'パスワードの長さを13文字以上とし、間違いが続いたら使えなくしている' : cell,
    ),
  );
  const fresh: readonly WorkbookCell[] = [
    '',
    '②',
    '機器を捨てるときに中の情報を消している',
    '機器',
    '',
    '',
    '令和8年度',
  ];
  const sheets = [{ name: '確認用', columns: [], rows: [...rows, fresh] }];
  return { title: 'お試し用', source: 'お試し用', sheets };
}
