import { type Bundled, bundledIn } from './bundled.ts';

type Names = Readonly<Record<string, string>>;
export type LockEntry = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
};
export type Lock = {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockEntry>>;
};
type Made = { readonly serialNumber: string; readonly timestamp: string };
type Placed = LockEntry & { readonly place: string; readonly name: string; readonly ref: string };

const nameAt = (place: string) => place.split('node_modules/').at(-1) ?? place;
const refOf = (name: string, version = '') => `${name}@${version}`;

/** Everything that may stand on a machine in use: what the lock marks as for development is left out. */
function inUse({ packages }: Lock): readonly Placed[] {
  return Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, entry]) => {
      const name = nameAt(place);
      return { ...entry, place, name, ref: refOf(name, entry.version) };
    });
}

/** Parts for other kinds of machines stand in the lock without a licence: they have that of the package they are part of. */
function licenceOf({ license, name }: Placed, all: readonly Placed[]): string | undefined {
  return license ?? all.find(({ optionalDependencies }) => optionalDependencies?.[name] !== undefined)?.license;
}

const isExpression = (licence: string) => /\s(AND|OR|WITH)\s/.test(licence);

function licencesOf(licence: string | undefined) {
  if (licence === undefined) return [];
  if (licence.startsWith('LicenseRef-')) return [{ license: { name: licence.slice('LicenseRef-'.length) } }];
  return [isExpression(licence) ? { expression: licence } : { license: { id: licence } }];
}

function hashesOf(integrity: string | undefined) {
  const [, sha512] = /sha512-(\S+)/.exec(integrity ?? '') ?? [];
  return sha512 === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }];
}

function insideComponent(owner: string, { type, name, version, licence, cpe }: Bundled) {
  return {
    'bom-ref': `${owner}/${name}`,
    type,
    name,
    ...(version !== undefined && { version }),
    licenses: licencesOf(licence),
    ...(cpe !== undefined && { cpe }),
  };
}

function componentOf(entry: Placed, all: readonly Placed[]) {
  const { name, version = '', ref, optional, integrity } = entry;
  const inside = bundledIn(name, version).map((one) => insideComponent(ref, one));
  return {
    'bom-ref': ref,
    type: 'library',
    name,
    version,
    scope: optional ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: licencesOf(licenceOf(entry, all)),
    hashes: hashesOf(integrity),
    ...(inside.length > 0 && { components: inside }),
  };
}

/** The package a name stands for, seen from a place of the tree: the nearest one on the way to the root. */
function seenFrom(place: string, name: string, byPlace: ReadonlyMap<string, Placed>): Placed | undefined {
  const steps = place === '' ? [] : place.split('/node_modules/');
  const places = steps.map((_, depth) => `${steps.slice(0, steps.length - depth).join('/node_modules/')}/`);
  return [...places, ''].map((base) => byPlace.get(`${base}node_modules/${name}`)).find((found) => found !== undefined);
}

function dependsOn(place: string, entry: LockEntry, byPlace: ReadonlyMap<string, Placed>): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies } = entry;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return [...new Set(names.flatMap((name) => seenFrom(place, name, byPlace)?.ref ?? []))].sort();
}

/** The bill of materials of a lock in CycloneDX 1.5, from the lock alone: the same on every machine, and without a network. */
export function billOfMaterials(lock: Lock, { serialNumber, timestamp }: Made) {
  const all = inUse(lock);
  const byPlace = new Map(all.map((entry) => [entry.place, entry]));
  const product = refOf(lock.name, lock.version);
  const root = { ref: product, dependsOn: dependsOn('', lock.packages[''] ?? {}, byPlace) };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${serialNumber}`,
    version: 1,
    metadata: {
      timestamp,
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': product,
        type: 'application',
        name: lock.name,
        version: lock.version,
        licenses: licencesOf(lock.packages['']?.license),
      },
    },
    components: all.map((entry) => componentOf(entry, all)),
    dependencies: [
      root,
      ...all.map((entry) => ({ ref: entry.ref, dependsOn: dependsOn(entry.place, entry, byPlace) })),
    ],
  };
}
