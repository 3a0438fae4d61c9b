import { sql } from 'kysely';
import { type Catalogue, findSheet } from '#core/catalogue/catalogue.ts';
import { type AnswerValue, itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { answerToken } from '#core/sheet/answer-token.ts';
import { conclusionTitles } from '#core/sheet/conclusion.ts';
import type { RunPurpose } from '#core/sheet/run-purpose.ts';
import type { FacilityContext } from '../../../platform/http/context.ts';
import { csvPages } from './csv-pages.ts';
import { type Cell, moment, personName, rowsInPages } from './rows-in-pages.ts';

type Place = Pick<FacilityContext, 'tx' | 'facilityId'>;
export type RecordRun = {
  readonly id: string;
  readonly sheetId: string;
  readonly version: string;
  readonly year: number;
  /** Of a vendor's form: whose it is and about which system. */
  readonly vendor: string | null;
  readonly system: string | null;
  readonly purpose: RunPurpose;
};

/** The conclusion of an audit in words. */
const concluded = `case t.conclusion ${Object.entries(conclusionTitles)
  .map(([code, title]) => `when '${code}' then '${title}'`)
  .join(' ')} end`;

const answerColumns = {
  設問: 't.item_id',
  回答: 't.value',
  メモ: 't.note',
  更新番号: 't.revision',
  確定待ち: "case when t.to_confirm then '確定待ち' end",
  答えた人: personName('t.answered_by'),
  答えた日時: moment('t.answered_at'),
  確認日: "to_char(t.confirmed_on, 'YYYY-MM-DD')",
  目標日: "to_char(t.target_on, 'YYYY-MM-DD')",
  前の版の設問: "case when t.former then '前の版' end",
  結論: concluded,
};
const historyColumns = {
  設問: 't.item_id',
  回答: 't.value',
  メモ: 't.note',
  更新番号: 't.revision',
  入れ方: `case t.origin when 'typed' then '画面' when 'file' then 'ファイル' when 'carried-over' then '前の年から'
    when 'proposed' then '自己点検の回答からの提案' when 'bridged' then '前の版から'
    when 'derived' then '終わった取り組みからの見込み'
    else '自己点検から' end`,
  答えた人: personName('t.answered_by'),
  答えた日時: moment('t.answered_at'),
  確認日: "to_char(t.confirmed_on, 'YYYY-MM-DD')",
  目標日: "to_char(t.target_on, 'YYYY-MM-DD')",
  結論: concluded,
};

/** The facility's own runs; those of executives are private to each of them. */
export function findRecordRuns({ tx, facilityId }: Place): Promise<RecordRun[]> {
  return tx
    .selectFrom('run')
    .leftJoin('vendor_system as s', (join) =>
      join.onRef('s.facility_id', '=', 'run.facility_id').onRef('s.id', '=', 'run.vendor_system_id'),
    )
    .select([
      'run.id',
      'sheet_id as sheetId',
      'sheet_version as version',
      'fiscal_year as year',
      'purpose',
      's.vendor',
      's.system',
    ])
    .where('run.facility_id', '=', facilityId)
    .where('executive_id', 'is', null)
    .orderBy('fiscal_year')
    .orderBy('sheet_id')
    .orderBy('begun_at')
    .orderBy('run.id')
    .execute();
}

const sheetOf = (catalogue: Catalogue, { sheetId, version }: RecordRun) =>
  findSheet(catalogue, sheetId as SheetId, version);

/** What the folder of a run is called, before it is made one of its own. */
export const runFolder = (catalogue: Catalogue, run: RecordRun) =>
  [
    `${run.year}年度`,
    run.purpose === 'audit' ? '監査' : null,
    sheetOf(catalogue, run)?.title ?? run.sheetId,
    run.vendor,
    run.system,
  ]
    .filter((part) => part !== null)
    .join('_');

/** Values as files write them, and the question behind its number. */
async function* inWords(pages: AsyncIterable<readonly (readonly Cell[])[]>, texts: ReadonlyMap<string, string>) {
  for await (const rows of pages) {
    yield rows.map(([item = null, value = null, ...rest]) => [
      item,
      texts.get(item ?? '') ?? null,
      answerToken(value as AnswerValue | null),
      ...rest,
    ]);
  }
}

async function* resultsOf({ tx, facilityId }: Place, runId: string): AsyncGenerator<Uint8Array> {
  const { rows } = await sql<{ result: object }>`select to_jsonb(t) as result from result t
    where t.facility_id = ${facilityId} and t.run_id = ${runId} order by t.submitted_at`.execute(tx);
  yield new TextEncoder().encode(
    JSON.stringify(
      rows.map(({ result }) => result),
      null,
      1,
    ),
  );
}

/** Answers, their whole history and the stored results of one run, each as a file. */
export function runEntries(place: Place, catalogue: Catalogue, run: RecordRun) {
  const { tx, facilityId } = place;
  const sheet = sheetOf(catalogue, run);
  const versions = catalogue.sheets.filter(({ id }) => id === run.sheetId);
  const texts = new Map(
    [...versions.flatMap(itemsOf), ...(sheet ? itemsOf(sheet) : [])].map(({ id, text }) => [id, text]),
  );
  const mine = sql`t.facility_id = ${facilityId} and t.run_id = ${run.id}`;
  const csv = (columns: typeof answerColumns | typeof historyColumns, table: 'answer' | 'answer_history') => {
    const [item = '', ...others] = Object.keys(columns);
    const source = sql`from ${sql.table(table)} t where ${mine} order by t.item_id, t.revision`;
    return csvPages([item, '設問の文', ...others], inWords(rowsInPages(tx, columns, source), texts));
  };
  return [
    { name: '回答.csv', bytes: csv(answerColumns, 'answer') },
    { name: '回答の履歴.csv', bytes: csv(historyColumns, 'answer_history') },
    { name: '結果.json', bytes: resultsOf(place, run.id) },
  ];
}
