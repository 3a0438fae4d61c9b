import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { inputWords } from '#core/kernel/input-words.ts';

/** What is wrong with a content file: the file below `content/`, the place in it, and what, in Japanese. */
export type ContentFault = { readonly file: string; readonly path: string; readonly message: string };

/** The content folder while it is read; faults are gathered so that all are shown at once. */
export type ContentFolder = { readonly root: string; readonly faults: ContentFault[] };

/** Names in a folder below the content folder, sorted; a missing folder is a fault. */
export function namesIn({ root, faults }: ContentFolder, folder: string): readonly string[] {
  const path = join(root, folder);
  if (existsSync(path)) return readdirSync(path).sort();
  faults.push({ file: folder, path: '', message: 'フォルダがありません。' });
  return [];
}

function parseYaml({ root, faults }: ContentFolder, file: string): { readonly content: unknown } | undefined {
  const path = join(root, file);
  if (!existsSync(path)) {
    faults.push({ file, path: '', message: 'ファイルがありません。' });
    return undefined;
  }
  try {
    return { content: load(readFileSync(path, 'utf8')) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark ? `${mark.line + 1}行${mark.column + 1}文字目` : '';
    faults.push({ file, path: place, message: `YAMLとして読めません: ${reason}` });
    return undefined;
  }
}

/** A content file in the shape of the schema; undefined, with every fault noted, where it is not. */
export function readContentFile<Shape extends z.ZodType>(
  folder: ContentFolder,
  file: string,
  schema: Shape,
): z.output<Shape> | undefined {
  const parsed = parseYaml(folder, file);
  if (!parsed) return undefined;
  const checked = schema.safeParse(parsed.content, { error: inputWords });
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues) {
    folder.faults.push({ file, path: path.join('.'), message });
  }
  return undefined;
}
