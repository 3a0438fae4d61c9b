import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem } from '#core/catalogue/testing/made-up-catalogue.ts';
import { loadCatalogue, readCatalogue } from './load-catalogue.ts';
import { contentFolder, type TestFolder } from './testing/content-folder.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = contentFolder(madeUpCatalogue);
});
afterEach(() => folder.remove());

const network = 'sheet/network-level/1.0.0';

function faultAfter(file: string, text: string): string {
  folder.write(file, text);
  return readCatalogue(folder.root)
    .faults.map((fault) => `${fault.file}|${fault.path}|${fault.message}`)
    .join('\n');
}

describe('reading content', () => {
  it('gives back what was written, with the scale in its place', () => {
    const { sheets, guidelines, words } = loadCatalogue(folder.root);
    expect(new Set(sheets)).toEqual(new Set(madeUpCatalogue.sheets));
    expect(guidelines).toEqual(madeUpCatalogue.guidelines);
    expect(words).toEqual(madeUpCatalogue.words);
  });

  it('puts areas in the order of the items where the sheet sets one', () => {
    folder.write(`${network}/area-aside.yaml`, dump(madeUpArea('aside', [madeUpItem('N2')])));
    const areaIds = () => latestSheet(loadCatalogue(folder.root), 'network-level')?.areas.map(({ id }) => id);
    expect(areaIds()).toEqual(['external', 'aside']);
    folder.write(`${network}/sheet.yaml`, dump({ ...headOfNetwork(), order: ['N2', 'N1'] }));
    expect(areaIds()).toEqual(['aside', 'external']);
  });

  it.each([
    ['a text that is missing', `${network}/area-external.yaml`, 'id: external\n', 'area-external.yaml|title|'],
    [
      'a word nobody knows',
      'scale/steps.yaml',
      'id: steps\nvalues: []\nguidance: []\nhints: 1\n',
      '使わない項目が入っています：hints',
    ],
    ['a value that is not allowed', 'scale/steps.yaml', 'id: three\nvalues: []\nguidance: []\n', 'steps.yaml|id|'],
    ['YAML that cannot be read, with its line', 'scale/steps.yaml', 'id: steps\nvalues: [1\n', '|3行1文字目|'],
    ['a key given twice', 'scale/steps.yaml', 'id: steps\nid: steps\n', '|2行1文字目|'],
    ['a file that would not be read', `${network}/notes.txt`, 'メモ', 'notes.txt||ここに置けない'],
    ['a sheet in the wrong folder', 'sheet/network-level/2.0.0/sheet.yaml', dump(headOfNetwork()), '|id|'],
    ['a sheet without areas', 'sheet/network-level/2.0.0/sheet.yaml', dump(headOfNetwork()), '分野のファイル'],
    ['a scale nobody wrote', 'scale/yes-no.yaml', 'id: no\n', '|scale|尺度「yes-no」'],
  ])('names %s', (_name, file, text, expected) => expect(faultAfter(file, text)).toContain(expected));

  it('names a folder without a sheet file', () => {
    rmSync(join(folder.root, network, 'sheet.yaml'));
    expect(readCatalogue(folder.root).faults).toEqual([
      { file: `${network}/sheet.yaml`, path: '', message: 'ファイルがありません。' },
    ]);
  });

  it('names a folder that is not there', () => {
    rmSync(join(folder.root, 'guideline'), { recursive: true });
    expect(readCatalogue(folder.root).faults).toEqual([
      { file: 'guideline', path: '', message: 'フォルダがありません。' },
    ]);
  });

  it('stops the start, naming every fault', () => {
    folder.write('scale/steps.yaml', 'id: steps\n');
    folder.write('guideline/GOV7.yaml', 'id: GOV7\n');
    const load = () => loadCatalogue(folder.root);
    expect(load).toThrow('scale/steps.yaml values');
    expect(load).toThrow('guideline/GOV7.yaml chapters');
  });
});

describe('the content that comes with the product', () => {
  it('is read in full', () => {
    const catalogue = loadCatalogue();
    const counts = catalogue.sheets.map((sheet) => [sheet.id, itemsOf(sheet).length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      hospital: 80,
      executive: 15,
      'small-facility': 13,
      'network-level': 12,
      'checklist-institution': 19,
    });
  });

  it('asks the network questions in the order N1 to N12', () => {
    const sheet = latestSheet(loadCatalogue(), 'network-level');
    const ids = sheet ? itemsOf(sheet).map(({ id }) => id) : [];
    expect(ids).toEqual(Array.from({ length: 12 }, (_, index) => `N${index + 1}`));
    expect(sheet?.areas.map(({ id }) => id)).toEqual(['external', 'media', 'internal']);
  });
});

function headOfNetwork() {
  const sheet = latestSheet(madeUpCatalogue, 'network-level');
  if (!sheet) throw new Error('the made-up catalogue has a network sheet');
  const { areas: _areas, scale, ...head } = sheet;
  return { ...head, scale: scale.id };
}
