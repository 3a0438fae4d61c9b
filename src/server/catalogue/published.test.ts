import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Clause } from '#core/catalogue/guideline.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import {
  madeUpArea,
  madeUpCatalogue,
  madeUpClause,
  madeUpCounts,
  madeUpGuideline,
  madeUpItem,
} from '#core/catalogue/testing/made-up-catalogue.ts';
import { checkContent, pinContent } from './check-content.ts';
import { addPins, publishedFaults, sheetHash } from './published.ts';
import { contentFolder, type TestFolder } from './testing/content-folder.ts';

const published = addPins(madeUpCatalogue, {});
const codes = (catalogue: Catalogue, pins = published) => {
  return publishedFaults(catalogue, pins).map(({ code, sheet }) => `${code} ${sheet}`);
};
function change(id: string, parts: Partial<Sheet>): Catalogue {
  const sheets = madeUpCatalogue.sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...parts } : sheet));
  return { ...madeUpCatalogue, sheets };
}

function withClause(parts: Partial<Clause>): Catalogue {
  const guidelines = [madeUpGuideline('GOV7', '7.0', [{ ...madeUpClause, ...parts }])];
  return { ...madeUpCatalogue, guidelines };
}

describe('published versions', () => {
  it('as pinned have no fault', () => expect(codes(madeUpCatalogue)).toEqual([]));

  it('must not change by a single letter', () => {
    const areas = [madeUpArea('external', [madeUpItem('N1', { near: ['S1'], text: 'N1をしていますか。' })])];
    expect(codes(change('network-level', { areas }))).toEqual(['catalogue/published-changed network-level 1.0.0']);
  });

  it('must not change by their scale', () => {
    const [first] = madeUpCatalogue.sheets;
    const scale = first && { ...first.scale, guidance: ['新しい案内'] };
    const changed = scale ? change('small-facility', { scale }) : madeUpCatalogue;
    expect(codes(changed)).toEqual(['catalogue/published-changed small-facility 1.0.0']);
  });

  it('are pinned apart from which items need no answer without a vendor, and so are those', () => {
    const [sheet] = madeUpCatalogue.sheets;
    if (!sheet) throw new Error('the made-up catalogue has sheets');
    const told = sheet.areas.map((area) => ({
      ...area,
      items: area.items.map((item) => ({ ...item, needsVendor: true })),
    }));
    const withIt = change(sheet.id, { areas: told });
    const place = `needs-vendor/${sheet.id} ${sheet.version}`;
    expect(codes(withIt)).toEqual([`catalogue/not-pinned ${place}`]);
    const pins = addPins(withIt, published);
    expect(codes(withIt, pins)).toEqual([]);
    expect(codes(madeUpCatalogue, pins)).toEqual([`catalogue/published-gone ${place}`]);
  });

  it('must not vanish', () => {
    expect(codes({ ...madeUpCatalogue, sheets: madeUpCatalogue.sheets.slice(1) })).toEqual([
      'catalogue/published-gone small-facility 1.0.0',
    ]);
  });

  it('of a guideline must not change by a single letter', () => {
    expect(codes(withClause({ text: '規程を定める。' }))).toEqual(['catalogue/published-changed GOV7 7.0']);
    const { help } = madeUpClause;
    expect(codes(withClause({ help: { ...help, goodExample: '別の例' } }))).toHaveLength(1);
  });

  it('of a guideline may be decided by further questions', () => {
    expect(codes(withClause({ items: ['S1', 'S2'] }))).toEqual([]);
  });

  it('of a guideline must not vanish', () => {
    expect(codes({ ...madeUpCatalogue, guidelines: [] })).toEqual(['catalogue/published-gone GOV7 7.0']);
  });

  it('of what risks are suggested from must not change', () => {
    const [guide] = madeUpCatalogue.risks;
    const risks = guide ? [{ ...guide, note: '別の案です。' }] : [];
    expect(codes({ ...madeUpCatalogue, risks })).toEqual(['catalogue/published-changed risk-guide 1.0.0']);
  });

  it('that are new must be pinned', () => {
    expect(codes(change('network-level', { version: '2.0.0' }))).toEqual([
      'catalogue/published-gone network-level 1.0.0',
      'catalogue/not-pinned network-level 2.0.0',
    ]);
  });

  it('keep their hash when newer ones are pinned', () => {
    const changed = change('network-level', { basis: ['別の根拠'] });
    expect(addPins(changed, published)).toEqual(published);
    expect(addPins(change('network-level', { version: '2.0.0' }), published)).toMatchObject(published);
  });

  it('have the same hash however the keys are ordered', () => {
    const [sheet] = madeUpCatalogue.sheets;
    if (!sheet) throw new Error('the made-up catalogue has sheets');
    const { id, version, ...rest } = sheet;
    expect(sheetHash({ ...rest, version, id })).toBe(sheetHash(sheet));
    expect(sheetHash({ ...sheet, basis: ['別の根拠'] })).not.toBe(sheetHash(sheet));
  });
});

describe('pinning', () => {
  let folder: TestFolder;
  beforeEach(() => {
    folder = contentFolder(madeUpCatalogue);
  });
  afterEach(() => folder.remove());

  const check = () => checkContent(folder.root, madeUpCounts);
  const pin = () => pinContent(folder.root, madeUpCounts);
  const itemText = (text: string) => {
    const file = 'sheet/network-level/1.0.0/area-external.yaml';
    const yaml = readFileSync(join(folder.root, file), 'utf8');
    folder.write(file, yaml.replace(/(?<= {4}text: ).*/, text));
  };

  it('is what a new version waits for', () => {
    expect(check()).toHaveLength(7);
    expect(check().join()).toContain('npm run -s pin-content');
    expect([...pin().pinned].sort()).toEqual([
      'FR-A R6',
      'GOV7 7.0',
      'TP-policy-clinic 1.0.0',
      'checklist-institution R7',
      'network-level 1.0.0',
      'risk-guide 1.0.0',
      'small-facility 1.0.0',
    ]);
    expect(check()).toEqual([]);
  });

  it('keeps a version from being changed, even by pinning again', () => {
    pin();
    const before = readFileSync(join(folder.root, 'published.json'), 'utf8');
    itemText('変えた問い');
    const message =
      '公開した点検票 network-level 1.0.0 の内容が変わっています。元に戻し、変更は新しい版のフォルダに作ってください。';
    expect(check()).toEqual([`network-level 1.0.0: ${message}`]);
    expect(pin().refusals).toEqual([`network-level 1.0.0: ${message}`]);
    expect(readFileSync(join(folder.root, 'published.json'), 'utf8')).toBe(before);
  });

  it('does not mind comments in the files', () => {
    pin();
    const file = 'sheet/network-level/1.0.0/sheet.yaml';
    folder.write(file, `# 覚え書き\n${readFileSync(join(folder.root, file), 'utf8')}`);
    expect(check()).toEqual([]);
  });

  it('is refused while texts are unwritten', () => {
    itemText('(準備中)');
    expect(pin().pinned).toEqual([]);
    expect(pin().refusals.join()).toContain('N1');
    expect(existsSync(join(folder.root, 'published.json'))).toBe(false);
  });
});
