import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionSchema } from '#core/identity/contract.ts';
import { facilityRoles, organisationRoles, systemRoles } from '#core/identity/role.ts';

const main = join(import.meta.dirname, '../../main.ts');
/** A vendor's contact has nothing to open yet. */
const withPages = organisationRoles.filter((role) => role !== 'vendor-contact');
let dataDir: string;
let child: ChildProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-demo-'));
});
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  await rm(dataDir, { recursive: true });
});

/** All it prints until it is up. */
async function printed(): Promise<readonly string[]> {
  const env = { ...process.env, MAMORI_DATA_DIR: dataDir, PORT: '0' };
  child = spawn(process.execPath, [main, 'start', '--demo'], { stdio: ['ignore', 'pipe', 'ignore'], env });
  const lines: string[] = [];
  if (!child.stdout) throw new Error('there is no standard output');
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line.includes('Ctrl-C')) break;
  }
  child.stdout.resume();
  return lines;
}

/** The roles of who comes in by a printed link. */
async function rolesBy(link: string): Promise<readonly string[]> {
  const reply = await fetch(link, { redirect: 'manual' });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(new URL('/api/v1/session', link), { headers: { cookie } });
  const session = sessionSchema.parse(await answer.json());
  return [session.systemRoles, ...[...session.facilities, ...session.organisations].map(({ roles }) => roles)].flat();
}

test('a start with --demo prints a working way in for every role and asks nobody to set it up', async () => {
  const lines = await printed();
  expect(lines.join()).not.toContain('初期設定リンク');
  const links = lines.flatMap((line) => line.match(/^ +(http\S+)$/)?.[1] ?? []);
  const opened = new Set((await Promise.all(links.map(rolesBy))).flat());
  for (const role of [...facilityRoles, ...withPages, ...systemRoles]) expect([...opened]).toContain(role);
}, 300_000);
