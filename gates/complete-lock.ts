import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Lock = { packages: Record<string, Entry & Readonly<Record<string, unknown>>> };

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Whether a package stands in the lock where another one would find it. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  const places = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return [...places, ''].some(
    (place) => packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`] !== undefined,
  );
}

/** What the lock has to say of a package made for one kind of machine; its name tells which. */
function platformEntry(name: string, version: string, dev: boolean | undefined) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (!cpu) throw new Error(`${name}: no processor in its name, add it to package-lock.json by hand`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return { version, cpu: [cpu], ...(dev && { dev }), ...(libc && { libc }), optional: true, ...(os && { os: [os] }) };
}

/**
 * A registry that lacks packages for other kinds of machines leaves them out of the lock, and `npm ci` then refuses it
 * everywhere. Adds what is missing, with version and kind of machine.
 */
export function completeLock(lock: Lock): readonly string[] {
  const missing = Object.entries(lock.packages).flatMap(([from, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(lock, from, name))
      .map(([name, version]) => ({ name, entry: platformEntry(name, version, dev) })),
  );
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  return missing.map(({ name }) => name);
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const added = completeLock(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stderr.write(`${added.length} packages of other kinds of machines added to package-lock.json\n`);
}
