import { join } from 'node:path';
import { CannotStart } from './platform/cannot-start.ts';

const root = join(import.meta.dirname, '../..');
const [program, ...args] = process.argv.slice(2);

/** Each is read when it is called: a command needs a fraction of what a start reads. */
async function run(): Promise<number> {
  if (program === 'start') return (await import('./app/start-command.ts')).startCommand(args, root);
  if (program === 'ready') return (await import('./app/ready-command.ts')).readyCommand(process.stderr);
  return (await import('./app/commands.ts')).runCommand(args, root);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(
    error instanceof CannotStart ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
