import { catalogueFaults } from '#core/catalogue/catalogue-faults.ts';
import { type ContentCounts, contentCounts } from '#core/catalogue/content-counts.ts';
import type { Fault } from '#core/kernel/contract.ts';
import type { ContentFault } from './content-file.ts';
import { readCatalogue } from './load-catalogue.ts';
import { addPins, publishedFaults, readPublished, writePublished } from './published.ts';

function fileLine({ file, path, message }: ContentFault): string {
  return `${path ? `${file} ${path}` : file}: ${message}`;
}

function placeLine({ sheet, item, field, message }: Fault): string {
  return `${[sheet, item, field].filter((part) => part !== undefined).join(' ')}: ${message}`;
}

/** Everything wrong with the content below a folder, one line each; empty where it may be published. */
export function checkContent(root: string, counts: ContentCounts = contentCounts): readonly string[] {
  const { catalogue, faults } = readCatalogue(root);
  const deeper = [...catalogueFaults(catalogue, counts), ...publishedFaults(catalogue, readPublished(root))];
  return [...faults.map(fileLine), ...deeper.map(placeLine)];
}

/** Pins every new version of a faultless content and names them; with refusals nothing is written. */
export function pinContent(
  root: string,
  counts: ContentCounts = contentCounts,
): { readonly pinned: readonly string[]; readonly refusals: readonly string[] } {
  const { catalogue, faults } = readCatalogue(root);
  const published = readPublished(root);
  const pins = publishedFaults(catalogue, published);
  const fresh = pins.filter(({ code }) => code === 'catalogue/not-pinned');
  const others = [...catalogueFaults(catalogue, counts), ...pins.filter((fault) => !fresh.includes(fault))];
  const refusals = [...faults.map(fileLine), ...others.map(placeLine)];
  if (refusals.length > 0) return { pinned: [], refusals };
  writePublished(root, addPins(catalogue, published));
  return { pinned: fresh.flatMap(({ sheet }) => sheet ?? []), refusals };
}
