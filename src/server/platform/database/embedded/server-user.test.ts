import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readyBinaries } from './binaries.ts';
import { chooseServerUser, foldersTo } from './server-user.ts';

const run = promisify(execFile);

let bin: string;
let said: string[];
const choose = (isRoot: boolean) =>
  chooseServerUser(['/srv/mamori/data'], {
    dataDir: '/srv/mamori/data',
    say: (line) => said.push(line),
    isRoot,
    path: bin,
  });

beforeEach(async () => {
  bin = await mkdtemp(join(tmpdir(), 'mamori-setpriv-'));
  said = [];
});
afterEach(() => rm(bin, { recursive: true }));

async function machineWhereSetpriv(does: string): Promise<void> {
  await writeFile(join(bin, 'setpriv'), `#!/bin/sh\n${does}\n`);
  await chmod(join(bin, 'setpriv'), 0o755);
}

test('an own user runs the server itself, without a word', async () => {
  expect(await choose(false)).toEqual({ prefix: [] });
  expect(said).toEqual([]);
});

test('root runs it as nobody who may pass closed folders, and hears that this is for trying out', async () => {
  await machineWhereSetpriv('echo ok');
  const { prefix, owner } = await choose(true);
  expect(prefix.join(' ')).toBe(
    'setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+dac_read_search --ambient-caps=+dac_read_search --securebits=+no_setuid_fixup',
  );
  expect(owner).toEqual({ uid: 65534, gid: 65534 });
  expect(said.join()).toMatch(/お試し用.*useradd/);
});

test('where the capability is refused, a plain change of user does if all folders are open', async () => {
  await machineWhereSetpriv('case "$*" in *caps*) exit 1 ;; esac');
  expect((await choose(true)).prefix).toEqual(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']);
});

test('a folder that is closed to nobody is named with the cure', async () => {
  await machineWhereSetpriv('case "$*" in *caps*) exit 1 ;; *) echo /srv/mamori ;; esac');
  await expect(choose(true)).rejects.toThrow('chmod o+x "/srv/mamori"');
});

test.each(['exit 1', undefined])(
  'where changing the user is refused (%s), the data folder and the cure are named',
  async (does) => {
    if (does) await machineWhereSetpriv(does);
    await expect(choose(true)).rejects.toThrow(/\/srv\/mamori\/data.*useradd/);
  },
);

test('the folders on the way are asked from the root down', () => {
  expect(foldersTo('/srv/mamori/data')).toEqual(['/', '/srv', '/srv/mamori', '/srv/mamori/data']);
});

test('PostgreSQL finds its own programs below a folder closed to others', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'mamori-closed-'));
  const native = join(closed, 'native');
  await run('cp', ['-r', dirname(dirname((await readyBinaries()).initdb)), native]);
  const data = await mkdtemp(join(tmpdir(), 'mamori-cluster-'));
  const { prefix, owner } = await chooseServerUser([closed], { dataDir: data, say: () => undefined });
  if (owner) await chown(data, owner.uid, owner.gid);
  const [file = '', ...args] = [...prefix, join(native, 'bin/initdb'), '-D', data, '-U', 'owner'];
  await expect(run(file, args, { cwd: '/' })).resolves.toMatchObject({ stdout: expect.stringContaining('pg_ctl') });
  await Promise.all([closed, data].map((folder) => rm(folder, { recursive: true })));
});
