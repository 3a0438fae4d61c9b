import { join } from 'node:path';
import { follow } from './command.ts';
import type { Count } from './gate.ts';

const unexplained = 1;

/** Whether the registry tells of a weakness nobody has explained; where it tells nothing, that is printed and counted neither way. */
export async function audited(): Promise<Count> {
  const code = await follow(process.execPath, [join(import.meta.dirname, 'audit.ts')]);
  return { passed: code === 0 ? 1 : 0, failed: code === unexplained ? 1 : 0 };
}
