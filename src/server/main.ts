import { join } from 'node:path';
import { runCommand } from './app/commands.ts';
import { startCommand } from './app/start-command.ts';
import { CannotStart } from './platform/cannot-start.ts';

const root = join(import.meta.dirname, '../..');
const [program, ...args] = process.argv.slice(2);

try {
  process.exitCode = program === 'start' ? await startCommand(args, root) : await runCommand(args, root);
} catch (error) {
  process.stderr.write(
    error instanceof CannotStart ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
