import type { Parts } from './unpack.ts';

const cells = /<((?:\w+:)?)c((?:\s[^<>]*?)?)(?:\/>|>([\s\S]*?)<\/\1c\s*>)/g;
const valueIn = /<(?:\w+:)?v(?:\s[^<>]*)?(?:\/>|>([^<]*)<)/;
const sharedString = /<(?:\w+:)?si[\s/>]/g;
const cellFormats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs\s*>/;
const format = /<(?:\w+:)?xf[\s/>]/g;

/**
 * The parts of a workbook with `mark` as the text of every cell that shows an error (#REF!), has a formula without a
 * result or points to nothing. The reader would leave the first two out as if they were empty and stop at the third.
 */
export function withBrokenMarked(parts: Parts, mark: string): Parts {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const entries = Object.entries(parts).map(([path, bytes]) => ({ path, bytes, xml: text(bytes) }));
  const count = (path: RegExp, of: (xml: string) => string, what: RegExp): number => {
    const found = entries.find((entry) => path.test(entry.path));
    return found ? (of(found.xml).match(what)?.length ?? 0) : 0;
  };
  const known = {
    strings: count(/sharedStrings\.xml$/i, (xml) => xml, sharedString),
    formats: count(/styles\.xml$/i, (xml) => cellFormats.exec(xml)?.[0] ?? '', format),
  };
  const marked = entries.map(({ path, bytes, xml }) => {
    return [path, isSheet(xml) ? new TextEncoder().encode(sheetMarked(xml, known, mark)) : bytes] as const;
  });
  return Object.fromEntries(marked);
}

function isSheet(xml: string): boolean {
  return /<(?:\w+:)?sheetData[\s/>]/.test(xml);
}

type Known = { readonly strings: number; readonly formats: number };

function sheetMarked(xml: string, known: Known, mark: string): string {
  return xml.replace(cells, (cell: string, prefix: string, attributes: string, inner = '') => {
    if (!isBroken(attributes, inner, known)) return cell;
    const address = attribute(attributes, 'r');
    return `<${prefix}c r="${address}" t="str"><${prefix}v>${mark}</${prefix}v></${prefix}c>`;
  });
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

/** ECMA-376 §18.18.11: what a cell of each type holds; one of type `e` holds an error. */
function isBroken(attributes: string, inner: string, { strings, formats }: Known): boolean {
  const [type, style] = [attribute(attributes, 't') ?? 'n', attribute(attributes, 's')];
  const found = valueIn.exec(inner);
  const value = found?.[1] ?? '';
  if (found === null && /<(?:\w+:)?f[\s/>]/.test(inner)) return true;
  if (type === 'str' || type === 'inlineStr') return false;
  if (!['n', 's', 'b', 'd'].includes(type)) return true;
  if (value === '') return false;
  if (type === 's') return !isIndex(value, strings);
  if (type === 'b') return value !== '0' && value !== '1';
  if (type === 'd') return Number.isNaN(Date.parse(value));
  return Number.isNaN(Number(value)) || (style !== undefined && !isIndex(style, formats));
}

function isIndex(text: string, below: number): boolean {
  const index = Number(text);
  return Number.isInteger(index) && index >= 0 && index < below;
}
