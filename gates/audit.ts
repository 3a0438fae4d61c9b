import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { auditFaults, exceptionsSchema } from './audit-report.ts';

const root = join(import.meta.dirname, '..');
const exceptions = exceptionsSchema.parse(load(readFileSync(join(root, 'docs/audit-exceptions.yaml'), 'utf8')));

/** npm's report, or what else it said. */
function askRegistry(): unknown {
  const npm = process.env.npm_execpath;
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { stdout } = spawnSync(file, [...args, 'audit', '--json'], { cwd: root, encoding: 'utf8' });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

const told = askRegistry();
const faults = auditFaults(told, exceptions, new Date().toISOString().slice(0, 10));
if (faults === undefined) {
  const why = typeof told === 'object' && told !== null && 'message' in told ? String(told.message) : 'no answer';
  const shown = why.replace(/https?:\/\/\S+/g, 'the registry');
  console.log(`not audited: the registry told nothing of weaknesses (${shown}); ask again where it can be reached`);
} else {
  for (const fault of faults) console.log(fault);
  console.log(`${faults.length === 0 ? 'no weakness' : `${faults.length} to do`}, ${exceptions.length} explained`);
}
process.exitCode = faults === undefined ? 2 : Math.min(faults.length, 1);
