import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Lock } from './bill-of-materials.ts';

const root = join(import.meta.dirname, '..');
const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const inUse = Object.entries(lock.packages).filter(([place, { dev }]) => place !== '' && !dev);

/** As whoever wants the document asks for it. */
const printed = () => execFileSync('npm', ['run', '-s', 'sbom'], { cwd: root, encoding: 'utf8' });

/** Names of the SPDX list that stand in it today; CycloneDX takes no other as `id`. */
const spdxNames = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ICU', 'ISC', 'MIT', 'MIT-0'],
  ...['MPL-2.0', 'OFL-1.1', 'OpenSSL', 'PostgreSQL', 'PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
]);
const spdx = z.string().refine((name) => spdxNames.has(name));
const word = z.string().min(1);
const inExpression = (text: string) =>
  text.split(/[()\s]+/).every((part) => ['', 'AND', 'OR', 'WITH'].includes(part) || spdxNames.has(part));

/** What version 1.5 asks of the parts we write; a field it does not know is a fault, as it is there. */
const licence = z.union([
  z.strictObject({ license: z.union([z.strictObject({ id: spdx }), z.strictObject({ name: word })]) }),
  z.strictObject({ expression: z.string().refine(inExpression) }),
]);
const named = {
  'bom-ref': word,
  type: z.enum(['application', 'framework', 'library', 'operating-system', 'platform', 'data']),
  name: word,
  licenses: z.array(licence).length(1),
};
const inside = z.strictObject({
  ...named,
  version: word.optional(),
  cpe: z.string().startsWith('cpe:2.3:').optional(),
});
const component = z.strictObject({
  ...named,
  version: word,
  scope: z.enum(['required', 'optional']),
  purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/),
  hashes: z.array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[a-f0-9]{128}$/) })).max(1),
  components: z.array(inside).min(1).optional(),
});
const document = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.5.schema.json'),
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  version: z.number().int().min(1),
  metadata: z.strictObject({
    timestamp: z.iso.datetime(),
    lifecycles: z.array(z.strictObject({ phase: z.literal('build') })),
    component: z.strictObject({ ...named, type: z.literal('application'), version: word }),
  }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: word, dependsOn: z.array(word) })),
});

describe('what `npm run sbom` prints', () => {
  let text: string;
  let bill: z.infer<typeof document>;
  beforeAll(() => {
    text = printed();
    bill = document.parse(JSON.parse(text));
  }, 60_000);

  it('has a component for every locked package in use, with its address and its licence', () => {
    const wanted = inUse.map(([place, { version }]) => `${place.split('node_modules/').at(-1)}@${version}`);
    const told = bill.components.map(({ purl }) => decodeURIComponent(purl.slice('pkg:npm/'.length)));
    expect(told.toSorted()).toEqual(wanted.toSorted());
    for (const { name, version, purl } of bill.components)
      expect(decodeURIComponent(purl)).toContain(`${name}@${version}`);
  });

  it('has the checksum of each; where the lock knows none it is a part for other machines that may be missing', () => {
    for (const [place, { version, integrity, optional }] of inUse) {
      const ref = `${place.split('node_modules/').at(-1)}@${version}`;
      const sums = bill.components.find((one) => one['bom-ref'] === ref)?.hashes.map(({ content }) => content);
      const kept =
        integrity === undefined ? [] : [Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')];
      expect({ ref, sums }).toEqual({ ref, sums: kept });
      expect({ ref, known: kept.length === 1 || optional }).toEqual({ ref, known: true });
    }
  });

  it('names nothing twice, and no need that does not stand in it', () => {
    const all = [bill.metadata.component, ...bill.components.flatMap((one) => [one, ...(one.components ?? [])])];
    const refs = new Set(all.map((one) => one['bom-ref']));
    expect(refs.size).toBe(all.length);
    const needs = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    expect(needs.filter((ref) => !refs.has(ref))).toEqual([]);
    expect(bill.dependencies).toHaveLength(bill.components.length + 1);
    expect(bill.dependencies.filter(({ dependsOn }) => new Set(dependsOn).size < dependsOn.length)).toEqual([]);
  });

  it('is the same at every call but for its number and its time, which are of this call', { timeout: 60_000 }, () => {
    const own = ({ serialNumber, metadata: { timestamp } }: typeof bill) => [serialNumber, timestamp] as const;
    const again = printed();
    const plain = (printedOnce: string, [number, time]: readonly [string, string]) =>
      printedOnce.replace(number, '').replace(time, '');
    const next = document.parse(JSON.parse(again));
    expect(own(next)[0]).not.toBe(own(bill)[0]);
    expect(Math.abs(Date.now() - Date.parse(own(next)[1]))).toBeLessThan(60_000);
    expect(plain(again, own(next))).toBe(plain(text, own(bill)));
  });
});
