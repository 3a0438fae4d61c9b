import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';

const publishedSchema = z.record(z.string(), z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)));

/** Sheet id → version → SHA-256 of the published sheet, as `content/published.json` keeps it. */
export type Published = z.infer<typeof publishedSchema>;

/** JSON with the keys of every object in one order, so that the same content gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 of a sheet with its scale and areas; comments and layout of the files do not count. */
export function sheetHash(sheet: Sheet): string {
  return createHash('sha256').update(canonicalJson(sheet)).digest('hex');
}

/** What has been published so far; nothing where the file does not exist yet. */
export function readPublished(root: string): Published {
  const file = join(root, 'published.json');
  return existsSync(file) ? publishedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

export function writePublished(root: string, published: Published): void {
  writeFileSync(join(root, 'published.json'), `${JSON.stringify(published, null, 2)}\n`);
}

function pinFault({ id, version }: Sheet, hash: string, pinned: string | undefined): readonly Fault[] {
  const sheet = `${id} ${version}`;
  if (pinned === hash) return [];
  if (pinned === undefined) {
    const message = `${sheet} はまだ published.json にありません。内容が決まったら npm run -s pin-content で固定してください。`;
    return [{ sheet, code: 'catalogue/not-pinned', message }];
  }
  const message = `公開した点検票 ${sheet} の内容が変わっています。元に戻し、変更は新しい版のフォルダーに作ってください。`;
  return [{ sheet, code: 'catalogue/published-changed', message }];
}

/** Published versions that were changed or removed, and versions not pinned yet. */
export function publishedFaults({ sheets }: Catalogue, published: Published): readonly Fault[] {
  const present = new Set(sheets.map(({ id, version }) => `${id} ${version}`));
  const pinned = Object.entries(published).flatMap(([id, versions]) => Object.keys(versions).map((v) => `${id} ${v}`));
  const gone = pinned
    .filter((sheet) => !present.has(sheet))
    .map((sheet) => {
      const message = `公開した点検票 ${sheet} がありません。この版への回答が残っているため、消さずに戻してください。`;
      return { sheet, code: 'catalogue/published-gone', message };
    });
  return [
    ...gone,
    ...sheets.flatMap((sheet) => pinFault(sheet, sheetHash(sheet), published[sheet.id]?.[sheet.version])),
  ];
}

/** The same record with every version added that it did not know; what was pinned stays as it was. */
export function pinSheets({ sheets }: Catalogue, published: Published): Published {
  const ids = [...new Set([...Object.keys(published), ...sheets.map(({ id }) => id)])].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const found = sheets.filter((sheet) => sheet.id === id).map((sheet) => [sheet.version, sheetHash(sheet)]);
      return [id, { ...Object.fromEntries(found), ...published[id] }];
    }),
  );
}
