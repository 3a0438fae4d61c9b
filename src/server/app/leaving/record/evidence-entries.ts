import { sql } from 'kysely';
import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import { uniqueNames } from '#core/kernel/entry-name.ts';
import type { StoredFile } from '../../../platform/files/index.ts';
import type { FacilityContext } from '../../../platform/http/context.ts';
import { moment, personName, rowsInPages } from './rows-in-pages.ts';

/** A file of evidence and the place in the archive where it will lie. */
export type RecordFile = StoredFile & { readonly path: string };

const columns = {
  元の名前: 't.name',
  設問: 't.item_id',
  取り組み: '(select k.title from task k where k.facility_id = t.facility_id and k.id = t.task_id)',
  種類: 'f.media_type',
  大きさ: 'f.size',
  'SHA-256': "encode(f.sha256, 'hex')",
  加えた人: personName('t.added_by'),
  加えた日時: moment('t.added_at'),
  外した日時: moment('t.removed_at'),
};
const head = ['ファイル', '元の名前', '設問', '設問の文', '取り組み', ...Object.keys(columns).slice(3)];

/** The list that ties files to items, and the files; as many as a facility may keep, so the list is held as a whole. */
export async function evidenceList(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  catalogue: Catalogue,
) {
  const nameOf = uniqueNames();
  const source = sql`from evidence t join file f on f.facility_id = t.facility_id and f.id = t.file_id
    where t.facility_id = ${facilityId} order by t.item_id, t.task_id, t.added_at, t.id`;
  const rows: (string | null)[][] = [head];
  const files: RecordFile[] = [];
  for await (const page of rowsInPages(tx, { ...columns, file: 'f.id' }, source)) {
    for (const row of page) {
      const [name, item, task, type, size, ...rest] = row;
      const path = `証跡/ファイル/${nameOf(`${item ?? '取り組み'}_${name}`)}`;
      files.push({ path, fileId: row.at(-1) ?? '', size: Number(size) });
      const text = findItem(catalogue, item ?? '')?.item.text ?? null;
      rows.push([
        path,
        name ?? null,
        item ?? null,
        text,
        task ?? null,
        type ?? null,
        size ?? null,
        ...rest.slice(0, -1),
      ]);
    }
  }
  return { rows, files };
}
