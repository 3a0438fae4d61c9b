import type { ClientConfig } from 'pg';
import { withClient } from '../database/with-client.ts';
import { refuseExisting, writeDurableFile } from './durable-file.ts';
import { seal } from './envelope.ts';
import type { Header, TableSum } from './records.ts';
import { type Progress, writeRecords } from './write-records.ts';

type Options = {
  readonly owner: ClientConfig;
  readonly file: string;
  /** Undefined writes what everybody can read who gets the file. */
  readonly passphrase: string | undefined;
  readonly product: string;
  readonly secrets: Header['secrets'];
  readonly force?: boolean;
  readonly progress?: Progress;
};

export type Written = { readonly bytes: number; readonly rows: number; readonly tables: readonly TableSum[] };

/** Writes everything of the installation into one file, while others go on working. */
export async function writeBackup({ owner, file, passphrase, force = false, ...source }: Options): Promise<Written> {
  refuseExisting(file, force);
  return withClient(owner, async (client) => {
    const tables: TableSum[] = [];
    const bytes = await writeDurableFile(file, seal(writeRecords({ client, ...source }, tables), passphrase), force);
    return { bytes, rows: tables.reduce((sum, { rows }) => sum + rows, 0), tables };
  });
}
