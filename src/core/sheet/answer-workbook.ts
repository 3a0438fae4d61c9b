import { answerLabel } from '../catalogue/answer-label.ts';
import { doubtOf } from '../catalogue/doubt.ts';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { type Area, type Item, itemsOf, type Sheet } from '../catalogue/sheet.ts';
import type { Choice, SheetRows, Workbook, WorkbookCell, Worksheet } from '../kernel/workbook.ts';
import { type AnswerFile, parseAnswerFile } from './answer-file.ts';
import { columnsOf, columnTitles } from './answer-header.ts';
import { type AnswerMarks, marksOf } from './answer-marks.ts';
import { isChecklist } from './checklist.ts';
import { conclusionTitles } from './conclusion.ts';
import type { RunPurpose } from './run-purpose.ts';

/** An answer as it stands before the file is made. */
export type FilledAnswer = Partial<AnswerMarks> & {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly revision: number;
};

/** To whom and what a file belongs, so that it is not taken in elsewhere. */
export type AnswerFileHead = {
  readonly sheet: string;
  readonly version: string;
  readonly facility?: string;
  readonly run?: string;
};

export type AnswerWorkbookInput = {
  readonly sheet: Sheet;
  readonly answers: ReadonlyMap<string, FilledAnswer>;
  readonly facility?: { readonly id: string; readonly name: string };
  readonly run?: string;
  /** What the run is for; an own one unless told. */
  readonly purpose?: RunPurpose;
  /** As people read it: 「令和8年度（2026年度）」. */
  readonly fiscalYear?: string;
};

const answerTab = '回答';
const guideTab = '書き方';
const headKeys = { sheet: '点検票ID', version: '版', facility: '施設ID', run: '点検ID' } as const;

/** The sheet to be answered in Excel: filled as far as it is, with drop-downs, and read again by `readAnswerWorkbook`. */
export function answerWorkbook(input: AnswerWorkbookInput): Workbook {
  const { sheet, facility, fiscalYear } = input;
  const title = [facility?.name, sheet.title, fiscalYear].filter((part) => part !== undefined).join('　');
  const source = `${sheet.notice}（${sheet.title} 版 ${sheet.version}）`;
  return { title, source, sheets: [answerSheet(input), guideSheet(input)] };
}

/** The answers of our own workbook, or of any workbook with a sheet that has the header of `parseAnswerFile`. */
export function readAnswerWorkbook(sheets: readonly SheetRows[], sheet: Sheet): AnswerFile & { head?: AnswerFileHead } {
  const named = sheets.find(({ name }) => name === answerTab);
  const tab = named ?? sheets.find(({ rows }) => !('faults' in columnsOf(rows))) ?? sheets[0];
  if (!tab) return parseAnswerFile([], sheet);
  const head = headOf(sheets);
  return { ...parseAnswerFile(tab.rows, sheet, tab), ...(head ? { head } : {}) };
}

/** What stands right of an answer: the days of a checklist, the conclusion of an audit. */
function markColumns({
  sheet,
  purpose,
}: AnswerWorkbookInput): readonly { readonly title: string; readonly width: number }[] {
  if (purpose === 'audit') return [{ title: columnTitles.conclusion, width: 18 }];
  if (!isChecklist(sheet.id)) return [];
  return [
    { title: columnTitles.confirmedOn, width: 14 },
    { title: columnTitles.targetOn, width: 14 },
  ];
}

function markCells({ sheet, purpose }: AnswerWorkbookInput, answer: FilledAnswer | undefined): WorkbookCell[] {
  const { confirmedOn, targetOn, conclusion } = marksOf(answer ?? {});
  if (purpose === 'audit') return [{ value: conclusion && conclusionTitles[conclusion], look: 'input' }];
  if (!isChecklist(sheet.id)) return [];
  return [confirmedOn, targetOn].map((day): WorkbookCell => ({ value: day, look: 'input' }));
}

function answerSheet(input: AnswerWorkbookInput): Worksheet {
  const { sheet, answers } = input;
  const areas = new Map(sheet.areas.flatMap((area) => area.items.map((item): [string, Area] => [item.id, area])));
  const titles = [
    columnTitles.item,
    '分野',
    '設問',
    '説明',
    columnTitles.value,
    columnTitles.note,
    columnTitles.revision,
    ...markColumns(input).map(({ title }) => title),
  ];
  const rows = itemsOf(sheet).map((item) => [
    ...answerRow(item, areas.get(item.id)?.title ?? '', answers.get(item.id), sheet),
    ...markCells(input, answers.get(item.id)),
  ]);
  return {
    name: answerTab,
    columns: [10, 14, 38, 52, 26, 34, 9, ...markColumns(input).map(({ width }) => width)].map((width, index) => ({
      width,
      hidden: index === 6,
    })),
    rows: [titles.map((value) => ({ value, look: 'head' as const })), ...rows],
    headRow: 1,
    frozenColumns: 1,
    landscape: true,
    choices: [answerChoice(sheet, rows.length), ...conclusionChoice(input, rows.length)],
  };
}

function answerChoice({ scale }: Sheet, rows: number): Choice {
  const noted = scale.values.some(({ needsNote }) => needsNote);
  const prompt = noted ? { prompt: '対象外を選んだときは、メモに理由を書いてください。' } : {};
  const allowed = scale.values.map(({ value }) => answerLabel(value, scale));
  return { column: 5, fromRow: 2, toRow: rows + 1, allowed, ...prompt };
}

function conclusionChoice({ purpose }: AnswerWorkbookInput, rows: number): readonly Choice[] {
  if (purpose !== 'audit') return [];
  return [{ column: 8, fromRow: 2, toRow: rows + 1, allowed: Object.values(conclusionTitles) }];
}

function answerRow(item: Item, area: string, answer: FilledAnswer | undefined, { scale }: Sheet): WorkbookCell[] {
  const { value = null, note = '', revision = 0 } = answer ?? {};
  return [
    { value: item.id, look: 'strong' },
    { value: area, look: 'text' },
    { value: item.text, look: 'text' },
    { value: helpText(item), look: 'quiet' },
    { value: value === null ? null : answerLabel(value, scale), look: 'input' },
    { value: note, look: 'input' },
    { value: revision, look: 'whole' },
  ];
}

function helpText(item: Item): string {
  const { help, evidence, source } = item;
  const doubt = doubtOf(item);
  const lines = [
    help.meaning,
    `よい例：${help.goodExample}`,
    `よくある誤り：${help.commonMistake}`,
    ...(evidence.length > 0 ? [`証跡：${evidence.join('、')}`] : []),
    ...(source === undefined ? [] : [`出典：${source}`]),
    ...(doubt === null ? [] : [`要確認：${doubt}`]),
  ];
  return lines.join('\n');
}

const dayGuidance = [
  '「確認日」は確かめた日です（例: 2026-11-27）。新しい答えで空にすると、取り込む日になります。',
  '「目標日」は「いいえ」「分からない」を「はい」にする日で、年度の中の日を入れます。',
];

function guideSheet({ sheet, facility, run, fiscalYear }: AnswerWorkbookInput): Worksheet {
  const line = (value: string): WorkbookCell[] => [{ value, look: 'quiet', span: 2 }];
  const pair = (key: string, value: string | undefined): WorkbookCell[] => [
    { value: key, look: 'head' },
    { value: value ?? null, look: 'text' },
  ];
  const rows = [
    [{ value: `${sheet.title}の回答`, look: 'title' as const, span: 2 }],
    pair('施設', facility?.name),
    pair('年度', fiscalYear),
    [],
    line('「回答」の欄を一覧から選び、要れば「メモ」に書いて保存し、元の画面から取り込んでください。'),
    line('空の欄は「未回答」のままです。行の順は変えても、行を消してもかまいません。'),
    ...(isChecklist(sheet.id) ? dayGuidance : []).map(line),
    ...sheet.scale.guidance.map(line),
    [],
    ...sheet.scale.values.map(({ value, hint }) => pair(answerLabel(value, sheet.scale), hint)),
    [],
    line('ここから下は取り込みに使います。書き換えないでください。'),
    pair(headKeys.sheet, sheet.id),
    pair(headKeys.version, sheet.version),
    pair(headKeys.facility, facility?.id),
    pair(headKeys.run, run),
    [],
    line(sheet.notice),
    line(`もとにした文書：${sheet.basis.join('、')}`),
  ];
  return { name: guideTab, columns: [{ width: 50 }, { width: 84 }], rows };
}

function headOf(sheets: readonly SheetRows[]): AnswerFileHead | undefined {
  const rows = sheets.find(({ name }) => name === guideTab)?.rows ?? [];
  const written = (key: string): string | undefined => {
    const cell = rows.find(([first]) => first === key)?.[1];
    return cell === null || cell === undefined || cell === '' ? undefined : String(cell);
  };
  const [sheet, version] = [written(headKeys.sheet), written(headKeys.version)];
  const [facility, run] = [written(headKeys.facility), written(headKeys.run)];
  if (sheet === undefined || version === undefined) return undefined;
  return { sheet, version, ...(facility ? { facility } : {}), ...(run ? { run } : {}) };
}
