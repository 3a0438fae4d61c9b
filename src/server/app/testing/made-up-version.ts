import { latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { madeUpR8 } from '#core/catalogue/testing/made-up-r8.ts';
import { contentNews, insertInstalled, loadCatalogue } from '../../catalogue/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { announceWithin } from '../../platform/live/index.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestPerson } from './world.ts';

/** The made-up R8 of a form, published for this installation as the ministry's would be. */
export async function publishMadeUp({ db, clock }: Pick<TestServer, 'db' | 'clock'>, sheetId: SheetId): Promise<void> {
  const r7 = latestSheet(loadCatalogue(), sheetId);
  if (!r7) throw new Error(`no ${sheetId}`);
  const file = { fileName: '試験用.xlsx', fileHash: '0'.repeat(64), at: clock.now };
  await asSystem(db, async (tx) => {
    await insertInstalled(tx, madeUpR8(r7), file);
    await announceWithin(tx, [contentNews]);
  });
}

/** The same, once the server knows it: told by the line, as every process is. */
export async function knownMadeUp(server: TestServer, administrator: TestPerson, sheetId: SheetId): Promise<string> {
  await publishMadeUp(server, sheetId);
  const path = `/sheet-versions/${sheetId}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const { status } = await request(server, administrator, { method: 'GET', path: `${path}/R8` });
    if (status === 200) return path;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the server has not heard of R8');
}
