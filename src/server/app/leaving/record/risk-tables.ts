import { kindTitles, optionTitles } from '#core/risk/treatment.ts';
import type { RecordTable } from './record-table.ts';
import { moment, personName } from './rows-in-pages.ts';

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

const risks: RecordTable = {
  file: 'リスク/一覧.csv',
  about: 'リスクの一覧と、見積もり・受容・終わり',
  tables: ['risk'],
  columns: {
    番号: 't.number',
    リスク: 't.title',
    資産: "array_to_string(t.assets, '、')",
    脅威: 't.threat',
    弱いところ: 't.weakness',
    止まる業務: 't.care_function',
    止まる時間: 't.outage_hours',
    影響する患者の数: 't.patients',
    情報が漏れる人の数: 't.leaked',
    担当: personName('t.owner_id'),
    起こりやすさ: 't.likelihood',
    影響の大きさ: 't.impact',
    対応の後の起こりやすさ: 't.likelihood_after',
    対応の後の影響の大きさ: 't.impact_after',
    対応の後に残る理由: 't.after_note',
    見積もりの見直し待ち: "case when t.to_review then 'はい' end",
    受け入れる理由: 't.accept_reason',
    受け入れたい最後の日: day('t.accept_until'),
    受容に出したときのリスク: 't.accept_basis',
    終わりにした理由: 't.closed_reason',
    もとの案: 't.suggestion_id',
    加えた日時: moment('t.added_at'),
    リスクのID: 't.id',
  },
  from: 'risk t',
  order: 't.number',
};

const treatments: RecordTable = {
  file: 'リスク/対応.csv',
  about: 'リスクへの対応',
  tables: ['risk_treatment'],
  columns: {
    リスクの番号: 'r.number',
    対応: 't.option',
    すること: 't.what',
    理由: 't.reason',
    担当: personName('t.owner_id'),
    期限: day('t.due_on'),
    終わった日: day('t.done_on'),
    '予防的・発見的': 't.kind',
    表4の1の行: 't.line',
    対策: 't.measure_id',
    取り組みのID: 't.task_id',
  },
  from: 'risk_treatment t join risk r on r.facility_id = t.facility_id and r.id = t.risk_id',
  order: 'r.number, t.id',
  words: { 対応: optionTitles, '予防的・発見的': kindTitles },
};

const criteria: RecordTable = {
  file: 'リスク/見積もりの基準.csv',
  about: 'リスクの見積もりの基準',
  tables: ['risk_criteria'],
  columns: { 起こりやすさ: 't.likelihood', 影響の大きさ: 't.impact', 注意: 't.attention_from', 急ぐ: 't.urgent_from' },
  from: 'risk_criteria t',
  order: 't.facility_id',
};

const passed: RecordTable = {
  file: 'リスク/取り上げなかった案.csv',
  about: '取り上げないことにしたリスクの案',
  tables: ['risk_passed'],
  columns: {
    年度: 't.fiscal_year',
    案: 't.suggestion_id',
    理由: 't.reason',
    決めた人: personName('t.passed_by'),
    決めた日時: moment('t.passed_at'),
  },
  from: 'risk_passed t',
  order: 't.fiscal_year, t.suggestion_id',
};

/** The register of risks. */
export const riskTables: readonly RecordTable[] = [risks, treatments, criteria, passed];
