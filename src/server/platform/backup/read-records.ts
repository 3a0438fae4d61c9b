import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { altered, BackupRefused } from './backup-refused.ts';
import { LineReader } from './line-reader.ts';
import { endLine, formatVersion, type Header, headerSchema, sumSchema, type TableSum, tableSchema } from './records.ts';

export type Contents = { readonly header: Header; readonly tables: readonly TableSum[]; readonly sha256: string };

/** What becomes of the rows of a table; must read them to their end. */
export type TakeRows = (
  table: { readonly name: string; readonly columns: readonly string[] },
  rows: AsyncIterable<Buffer>,
  header: Header,
) => Promise<unknown>;

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch (error) {
    throw altered('読めない行', error);
  }
}

function as<T>(schema: z.ZodType<T>, record: unknown): T {
  const { success, data } = schema.safeParse(record);
  if (!success) throw altered('知らない形の行');
  return data;
}

function headerOf(line: Buffer): Header {
  const record = parsed(line);
  const version = record && typeof record === 'object' && 'mamoriBackup' in record ? record.mamoriBackup : undefined;
  if (typeof version === 'number' && version > formatVersion)
    throw new BackupRefused(
      `この控えは、新しい版のまもりの形（${version}）です。新しい版のまもりで戻してください。何も変えていません。`,
    );
  if (version !== formatVersion) throw altered('先頭の行');
  return as(headerSchema, record);
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function readTable(reader: LineReader, record: unknown, header: Header, take: TakeRows): Promise<TableSum> {
  const { table, columns } = as(tableSchema, record);
  const hash = createHash('sha256');
  let rows = 0;
  async function* counted() {
    for await (const bytes of reader.rows()) {
      hash.update(bytes);
      rows += countLines(bytes);
      yield bytes;
    }
  }
  await take({ name: table, columns }, counted(), header);
  const line = await reader.line();
  reader.count(line);
  const sum = as(sumSchema, parsed(line));
  if (sum.rows !== rows || sum.sha256 !== hash.digest('hex')) throw altered(`表 ${table}`);
  return { table, ...sum };
}

/** Reads a backup to its end and proves every sum in it; what it hands over before that may still turn out altered. */
export async function readRecords(source: AsyncIterable<Buffer>, take: TakeRows): Promise<Contents> {
  const reader = new LineReader(source);
  const first = await reader.line();
  reader.count(first);
  const header = headerOf(first);
  const tables: TableSum[] = [];
  for (;;) {
    const line = await reader.line();
    const record = parsed(line);
    if (record && typeof record === 'object' && 'end' in record) {
      const sha256 = reader.sum();
      if (!line.equals(endLine(tables, sha256)) || !(await reader.ended())) throw altered('終わりの行');
      return { header, tables, sha256 };
    }
    reader.count(line);
    tables.push(await readTable(reader, record, header, take));
  }
}
