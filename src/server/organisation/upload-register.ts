import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { beginImport } from './import-record.ts';
import { importRegister } from './import-register.ts';
import { receiveFile } from './receive-file.ts';

type Upload = { readonly body: AsyncIterable<Uint8Array>; readonly fileName: string };

/** Takes a file in and imports it after the answer; `onFailure` hears of what is our own fault. */
export async function uploadRegister(
  { db, now, actor }: RequestContext,
  { body, fileName }: Upload,
  onFailure: (cause: unknown) => void,
): Promise<{ importId: string }> {
  const file = await receiveFile(body);
  const begun = await beginImport(db, { startedBy: actor?.personId ?? null, fileName, now });
  if ('running' in begun) {
    await file.remove();
    throw refused('organisation/import-running', { importId: begun.running });
  }
  const { importId } = begun;
  importRegister(db, importId, { file }).catch(onFailure).finally(file.remove);
  return { importId };
}
