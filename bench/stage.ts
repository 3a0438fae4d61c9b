import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { itemsOf } from '../src/core/catalogue/sheet.ts';
import { serve } from '../src/server/app/serve.ts';
import { readSettings } from '../src/server/app/settings.ts';
import { type Caller, openRun, setUpInstallation } from '../src/server/app/testing/installation.ts';
import { loadCatalogue } from '../src/server/catalogue/index.ts';
import { issueSetupLink } from '../src/server/identity/index.ts';
import type { Tables } from '../src/server/platform/database/tables.ts';

/** The whole server in this process on a database of its own, with a hospital whose run is submitted. */
export type Stage = {
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** The system administrator. */
  readonly administrator: Caller;
  readonly caller: Caller;
  readonly facilityId: string;
  /** Path of the submitted hospital run. */
  readonly submittedRun: string;
  close(): Promise<void>;
};

const root = join(import.meta.dirname, '..');

async function submitHospital(caller: Caller, facilityId: string): Promise<string> {
  const path = await openRun(caller, facilityId, 'hospital');
  const sheet = loadCatalogue().sheets.find(({ id }) => id === 'hospital');
  if (!sheet) throw new Error('no hospital sheet');
  for (const [index, { id }] of itemsOf(sheet).entries()) {
    await caller.call('PUT', `${path}/answers/${id}`, { value: String(index % 4), note: '', revision: 0 });
  }
  await caller.call('POST', `${path}/submission`);
  return path;
}

export async function openStage(dataDir: string): Promise<Stage> {
  const settings = readSettings({ MAMORI_DATA_DIR: dataDir, PORT: '0', MAMORI_RATE_LIMITS: 'off' }, { root });
  const running = await serve(settings, root, () => undefined);
  const link = await issueSetupLink(running.db, new Date());
  const hospital = { name: 'ベンチ総合病院', type: 'hospital', beds: 218 } as const;
  const { administrator, caller, facilityId } = await setUpInstallation(running.url, link, hospital);
  const submittedRun = await submitHospital(caller, facilityId);
  return { db: running.db, url: running.url, administrator, caller, facilityId, submittedRun, close: running.stop };
}
