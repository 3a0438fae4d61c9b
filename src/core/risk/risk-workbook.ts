import { type TableColumn, tableSheet } from '../assessment/report/table-sheet.ts';
import { ownerWords } from '../identity/owner.ts';
import { japaneseDate } from '../kernel/fiscal-year.ts';
import type { Workbook } from '../kernel/workbook.ts';
import { bandTitles } from './band.ts';
import { consequenceText } from './consequence.ts';
import type { Criteria } from './criteria.ts';
import { bandOf } from './level.ts';
import type { RiskEdit, RiskLine } from './risk.ts';
import { riskStateTitles } from './risk-state-title.ts';

/** A risk as a row of the workbook, its treatments in one text. */
export type WorkbookRisk = RiskLine & Omit<RiskEdit, 'ownerId' | 'title'> & { readonly treatments: string };

const columnsOf = (criteria: Criteria): readonly TableColumn<WorkbookRisk>[] => {
  const band = (level: number) => {
    const found = bandOf(level, criteria);
    return found ? bandTitles[found] : null;
  };
  const axis = (levels: readonly { readonly title: string }[], level: number | undefined) =>
    level === undefined ? null : `${level} ${levels[level - 1]?.title ?? ''}`;
  return [
    { title: '番号', width: 8, of: ({ number }) => ({ value: number, look: 'whole' }) },
    { title: 'リスク', width: 40, of: ({ title }) => title },
    { title: '状態', width: 16, of: ({ state }) => riskStateTitles[state] },
    { title: '担当', width: 14, of: ({ owner, state }) => ownerWords(owner, state !== 'closed') || null },
    { title: '資産', width: 24, of: ({ assets }) => assets.join('、') },
    { title: '脅威', width: 30, of: ({ threat }) => threat },
    { title: '弱いところ（脆弱性）', width: 30, of: ({ weakness }) => weakness },
    { title: '診療への影響', width: 30, of: (risk) => consequenceText(risk) },
    { title: '起こりやすさ', width: 14, of: ({ estimate }) => axis(criteria.likelihood, estimate?.likelihood) },
    { title: '影響の大きさ', width: 14, of: ({ estimate }) => axis(criteria.impact, estimate?.impact) },
    { title: '対応の前', width: 10, of: ({ level }) => ({ value: level || null, look: 'whole' }) },
    { title: '呼び方', width: 8, of: ({ level }) => band(level) },
    {
      title: '対応の後',
      width: 10,
      of: ({ after, levelAfter }) => ({ value: after ? levelAfter : null, look: 'whole' }),
    },
    { title: '残る呼び方', width: 10, of: ({ after, levelAfter }) => (after ? band(levelAfter) : null) },
    { title: '対応', width: 40, of: ({ treatments }) => treatments },
    { title: '受け入れる最後の日', width: 16, of: ({ acceptedUntil }) => acceptedUntil },
  ];
};

type Input = {
  readonly facility: string;
  readonly criteria: Criteria;
  readonly risks: readonly WorkbookRisk[];
  readonly now: Date;
};

/** Every risk on one sheet, to be filtered and worked with. */
export const riskWorkbook = ({ facility, criteria, risks, now }: Input): Workbook => ({
  title: `リスクの一覧　${facility}`,
  source: `${japaneseDate(now)}現在　大きさは「起こりやすさの段 × 影響の大きさの段」`,
  sheets: [tableSheet('リスク', risks, columnsOf(criteria))],
});
