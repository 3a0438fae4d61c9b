import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { readSettings, settingNames } from './settings.ts';

const root = join(import.meta.dirname, '../../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

type Service = {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes: readonly string[];
  readonly read_only?: boolean;
  readonly user?: string;
  readonly cap_drop: readonly string[];
  readonly networks: Readonly<Record<'inside', { readonly ipv4_address: string }>>;
  readonly logging: unknown;
};
const compose = load(textOf('compose.yaml')) as {
  readonly services: Readonly<Record<'mamori' | 'caddy', Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const dockerfile = textOf('Dockerfile');
const unit = textOf('deploy/systemd/mamori.service');

/** Lines `NAME=value` of an environment file, those that are only proposed too. */
const environmentOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
const named = environmentOf(textOf('deploy/systemd/mamori.env'));

/** Programs of the launcher. */
const programs = [...textOf('bin/launch.mjs').matchAll(/^ {2}(\w+): \{ file:/gm)].map(([, name]) => name);

test('every setting a file for the operator names is one that is read', () => {
  const used = [
    ...Object.keys(named),
    ...Object.keys(compose.services.mamori.environment),
    ...[...dockerfile.matchAll(/\b([A-Z][A-Z_]{3,})=/g)].map(([, name = '']) => name),
    ...[...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name = '']) => name),
  ];
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((name) => !settingNames.includes(name))).toEqual([]);
});

test('the settings proposed for one machine are taken as they are written', () => {
  const { MAMORI_SECOND_FACTOR_KEY_FILE: file, SMTP_URL_FILE: smtp, DATABASE_URL_FILE: database, ...plain } = named;
  for (const path of [file, smtp, database, plain.MAMORI_BACKUP_PASSPHRASE_FILE])
    expect(path).toMatch(/^\/etc\/mamori\/secrets\//);
  const settings = readSettings({ ...plain, SMTP_URL: 'smtps://user:word@mail.example.jp' }, { root });
  expect(settings).toMatchObject({ host: 'localhost', publicUrl: 'https://mamori.example.jp', metricsPort: 9464 });
});

test('what is started exists', () => {
  const [, program = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
  const [node = '', launcher = '', command = '', ...more] = program.split(' ');
  expect([node, launcher]).toEqual(['/opt/mamori/node_modules/.bin/node', '/opt/mamori/bin/launch.mjs']);
  for (const path of [node, launcher]) expect(existsSync(join(root, path.replace('/opt/mamori/', '')))).toBe(true);
  expect(more).toEqual([]);
  const [, inImage = ''] = /^CMD \["(\w+)"\]$/m.exec(dockerfile) ?? [];
  const [, ready = ''] = /RUN node bin\/launch\.mjs (\w+)/.exec(dockerfile) ?? [];
  expect(dockerfile).toContain('ENTRYPOINT ["node", "bin/launch.mjs"]');
  for (const name of [command, inImage, ready]) expect(programs).toContain(name);
  const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;
  expect(scripts.ready).toBe('node bin/launch.mjs ready');
});

test('a command is run under the user, the folder and the settings of the service', () => {
  const path = join(root, 'deploy/systemd/mamori');
  execFileSync('sh', ['-n', path]);
  const command = textOf('deploy/systemd/mamori').replaceAll('\\\n', ' ');
  const of = (name: string) => new RegExp(`^${name}=(\\S+)`, 'm').exec(unit)?.[1];
  for (const words of [
    `--uid=${of('User')} --gid=${of('Group')}`,
    `EnvironmentFile=${of('EnvironmentFile')}`,
    `--setenv=${of('Environment')}`,
    `--working-directory=${of('WorkingDirectory')}`,
    `${of('ExecStart')} /opt/mamori/bin/launch.mjs mamori "$@"`,
  ])
    expect(command).toContain(words);
});

test('backups go where the service and the container may write, and no secret into an image', () => {
  const [, writable = ''] = /^ReadWritePaths=(.*)$/m.exec(unit) ?? [];
  for (const name of ['MAMORI_BACKUP_DIR', 'MAMORI_BACKUP_COPY_DIR'])
    expect(writable.split(' ')).toContain(`-${named[name]}`);
  const [, made = ''] = /install -d -o mamori -g mamori -m 0700 (.*)/.exec(dockerfile) ?? [];
  const { volumes, environment } = compose.services.mamori;
  for (const volume of volumes) expect(made.split(' ')).toContain(volume.split(':')[1]);
  expect(volumes).toContain(`backups:${environment.MAMORI_BACKUP_DIR}`);
  expect(textOf('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'secrets']));
});

test('both containers have an address of their own, and logs that end', () => {
  const { mamori, caddy } = compose.services;
  expect(mamori.environment.MAMORI_TRUSTED_PROXIES).toBe(caddy.networks.inside.ipv4_address);
  expect(mamori.networks.inside.ipv4_address).not.toBe(caddy.networks.inside.ipv4_address);
  for (const { logging } of [mamori, caddy])
    expect(logging).toMatchObject({ options: { 'max-size': expect.stringMatching(/^\d+m$/) } });
});

test('nothing is started by a name that moves, as root, or able to write what it runs', () => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base);
  for (const image of [...bases, ...Object.values(compose.services).map((service) => service.image)])
    expect(image).toMatch(/:\d+\.\d+\.\d+/);
  expect(dockerfile).toMatch(/^USER 10001:10001$/m);
  expect(unit).toMatch(/^User=mamori$/m);
  expect(unit).toMatch(/^ProtectSystem=strict$/m);
  expect(compose.services.mamori.user).toBe('10001:10001');
  for (const service of Object.values(compose.services))
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
});

test('what compose mounts is there, and the data lie where the settings say', () => {
  const { mamori, caddy } = compose.services;
  for (const secret of mamori.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
  expect(mamori.environment.MAMORI_SECOND_FACTOR_KEY_FILE).toBe(`/run/secrets/${mamori.secrets?.[0]}`);
  for (const volume of [...mamori.volumes, ...caddy.volumes]) {
    const [from = ''] = volume.split(':');
    expect(from.startsWith('./') ? existsSync(join(root, from)) : from in compose.volumes, from).toBe(true);
  }
  const dataDir = /MAMORI_DATA_DIR=(\S+)/;
  expect(mamori.volumes).toContain(`data:${dataDir.exec(dockerfile)?.[1]}`);
  expect(dataDir.exec(unit)?.[1]).toBe('/var/lib/mamori');
  expect(unit).toMatch(/^StateDirectory=mamori$/m);
});

test('backups can be written where the settings say, in both ways of running it', () => {
  const folder = named.MAMORI_BACKUP_DIR;
  expect(folder).toMatch(/^\/var\/backups\//);
  expect(unit).toMatch(new RegExp(`^ReadWritePaths=-${folder}( |$)`, 'm'));
  const { environment, volumes } = compose.services.mamori;
  expect(environment.MAMORI_BACKUP_DIR).toBe(folder);
  expect(volumes).toContain(`backups:${folder}`);
  // A new volume gets the owner of the folder it lies on.
  expect(dockerfile).toMatch(new RegExp(`install -d -o mamori -g mamori -m 0700 .*${folder}$`, 'm'));
});

test('what takes all memory is ended and started anew', () => {
  expect(unit).toMatch(/^MemoryMax=\d\d%$/m);
  expect(unit).toMatch(/^Restart=on-failure$/m);
});

test('the proxy asks where Mamori listens, in both ways of running it', () => {
  const caddyfile = textOf('deploy/caddy/Caddyfile');
  expect(caddyfile).toContain(`:${named.HOST}:${named.PORT}}`);
  expect(compose.services.caddy.environment.MAMORI_UPSTREAM).toBe('mamori:8080');
  expect(dockerfile).toMatch(/PORT=8080/);
  expect(dockerfile).toContain("fetch('http://127.0.0.1:8080/healthz')");
});
