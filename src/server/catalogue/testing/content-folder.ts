import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import type { Catalogue } from '#core/catalogue/catalogue.ts';

/** A content folder of its own, with what a test writes into it; `remove` when done. */
export type TestFolder = {
  readonly root: string;
  readonly write: (file: string, text: string) => void;
  readonly remove: () => void;
};

function writeCatalogue(
  { sheets, bridges, guidelines, words, risks, templates, feeRules, auditGuides }: Catalogue,
  write: (file: string, content: unknown) => void,
): void {
  for (const { areas, scale, ...head } of sheets) {
    const folder = `sheet/${head.id}/${head.version}`;
    write(`scale/${scale.id}.yaml`, scale);
    write(`${folder}/sheet.yaml`, { ...head, scale: scale.id });
    for (const area of areas) write(`${folder}/area-${area.id}.yaml`, area);
  }
  for (const bridge of bridges) write(`bridge/${bridge.sheet}-${bridge.to}.yaml`, bridge);
  for (const guideline of guidelines) write(`guideline/${guideline.id}.yaml`, guideline);
  for (const guide of risks) write(`risk/${guide.version}.yaml`, guide);
  for (const guide of auditGuides) write(`audit/${guide.sheet}-${guide.version}.yaml`, guide);
  write('words.yaml', words);
  for (const template of templates) write(`template/${template.kind}-${template.size}.yaml`, template);
  for (const rule of feeRules) write(`fee-rule/${rule.id.replace('FR-', '')}-${rule.version}.yaml`, rule);
}

/** Writes a catalogue out as the YAML files it would be read from. */
export function contentFolder(catalogue: Catalogue): TestFolder {
  const root = mkdtempSync(join(tmpdir(), 'mamori-content-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  mkdirSync(join(root, 'audit'));
  writeCatalogue(catalogue, (file, content) => write(file, dump(content)));
  return { root, write, remove: () => rmSync(root, { recursive: true }) };
}
