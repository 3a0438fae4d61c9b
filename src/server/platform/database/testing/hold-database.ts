import type { Purpose } from '../../start-lock.ts';
import { openDatabase } from '../connect.ts';
import { migrate } from '../migrate.ts';

/** A process of its own that opens the database of a data folder, prints how to reach it and stops on SIGTERM. */
const [dataDir = '', purpose = 'server'] = process.argv.slice(2);
const say = (line: string) => void process.stderr.write(`${line}\n`);

try {
  const database = await openDatabase({ dataDir, say, purpose: purpose as Purpose });
  await migrate({ owner: database.owner, say });
  // A command that joined a server has nothing else to stay for: a signal that met it leaving would kill it.
  setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  void database.lost.then(() => process.exit(70));
  process.stdout.write(`${JSON.stringify(database.owner)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
