import { sql } from 'kysely';
import { recordReadme } from '#core/app/facility-record.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { uniqueNames } from '#core/kernel/entry-name.ts';
import { writeCsv } from '../../../platform/documents/index.ts';
import type { writeZip } from '../../../platform/files/index.ts';
import type { FacilityContext } from '../../../platform/http/context.ts';
import { facilityName } from '../../../platform/mail/facility-name.ts';
import { activityPage } from '../../activity-page.ts';
import { activityColumns, activityRow } from '../../export-activity.ts';
import { csvPages } from './csv-pages.ts';
import { evidenceList, type RecordFile } from './evidence-entries.ts';
import type { RecordTable } from './record-table.ts';
import { leftOutOfRecord, recordTables } from './record-tables.ts';
import { type Cell, rowsInPages } from './rows-in-pages.ts';
import { findRecordRuns, runEntries, runFolder } from './run-entries.ts';

type Zip = ReturnType<typeof writeZip>;

const entriesAtOnce = 500;

function inWords(value: Cell, words: Readonly<Record<string, string>> | undefined): Cell {
  if (value === null || !words) return value;
  return value
    .split(' ')
    .map((code) => words[code] ?? code)
    .join('・');
}

async function* tableRows({ tx, facilityId }: FacilityContext, table: RecordTable) {
  const { columns, from, key = 't.facility_id', where = 'true', order, words = {} } = table;
  const source = sql`from ${sql.raw(from)} where ${sql.raw(key)} = ${facilityId} and ${sql.raw(where)} order by ${sql.raw(order)}`;
  const titles = Object.keys(columns);
  for await (const rows of rowsInPages(tx, columns, source)) {
    yield rows.map((row) => row.map((value, place) => inWords(value, words[titles[place] ?? ''])));
  }
}

async function* activityRows(facility: FacilityContext, catalogue: Catalogue) {
  for (let after: string | undefined | null; after !== null; ) {
    const page = await activityPage(facility, catalogue, { after, limit: entriesAtOnce });
    yield page.entries.map(activityRow);
    after = page.next;
  }
}

async function writeReadme(zip: Zip, { tx, facilityId, personName: by, now: takenAt }: FacilityContext) {
  const facility = await facilityName(tx, facilityId);
  const files = recordTables.map(({ file, about }) => ({ file, about }));
  const text = recordReadme({ facility, by, takenAt, files, leftOut: Object.values(leftOutOfRecord) });
  await zip.add({ name: 'はじめにお読みください.txt', bytes: [new TextEncoder().encode(text)] });
}

/** Writes everything but the bytes of the evidence, which do not change, and tells which those are. */
export async function writeRows(
  zip: Zip,
  facility: FacilityContext,
  catalogue: Catalogue,
): Promise<readonly RecordFile[]> {
  await writeReadme(zip, facility);
  for (const table of recordTables) {
    await zip.add({ name: table.file, bytes: csvPages(Object.keys(table.columns), tableRows(facility, table)) });
  }
  const folderOf = uniqueNames();
  for (const run of await findRecordRuns(facility)) {
    const folder = folderOf(runFolder(catalogue, run));
    for (const { name, bytes } of runEntries(facility, catalogue, run)) {
      await zip.add({ name: `点検/${folder}/${name}`, bytes });
    }
  }
  const evidence = await evidenceList(facility, catalogue);
  await zip.add({ name: '証跡/一覧.csv', bytes: [writeCsv(evidence.rows)] });
  await zip.add({ name: '操作の記録.csv', bytes: csvPages(activityColumns, activityRows(facility, catalogue)) });
  return evidence.files;
}
