import { join } from 'node:path';
import { runCommand } from './app/commands.ts';
import { readyCommand } from './app/ready-command.ts';
import { startCommand } from './app/start-command.ts';
import { CannotStart } from './platform/cannot-start.ts';

const root = join(import.meta.dirname, '../..');
const [program, ...args] = process.argv.slice(2);

function run(): Promise<number> {
  if (program === 'start') return startCommand(args, root);
  if (program === 'ready') return readyCommand(process.stderr);
  return runCommand(args, root);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(
    error instanceof CannotStart ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
