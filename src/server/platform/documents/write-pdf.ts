import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { coveredCharacters } from './font-coverage.ts';
import { printable } from './printable.ts';

/** A document to typeset: a template beside this file and what it shows, as JSON. */
export type PdfDocument = {
  readonly template:
    | 'report'
    | 'decision'
    | 'checklist'
    | 'inspection'
    | 'regulation'
    | 'risk'
    | 'audit'
    | 'session'
    | 'fee';
  readonly content: Readonly<Record<string, unknown>>;
};

const templates = fileURLToPath(new URL('./typst/', import.meta.url));
const fonts = [
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf'),
].map((font) => readFileSync(fileURLToPath(font)));
const covered = coveredCharacters(fonts[0] ?? new Uint8Array());
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts }] });

/** Typesets the document as tagged PDF/UA-1 with embedded fonts. Native and blocking: call it in a worker only. */
export function writePdf({ template, content }: PdfDocument): Uint8Array<ArrayBuffer> {
  const { value, replaced } = printable(content, covered);
  const inputs = { content: JSON.stringify(value), replaced: String(replaced) };
  const compiled = compiler.compile({ mainFilePath: `${templates}${template}.typ`, inputs });
  const document = compiled.result;
  if (!document) throw new Error(`typesetting ${template} failed: ${diagnosis(compiled.takeDiagnostics())}`);
  const bytes = Uint8Array.from(compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 }));
  compiler.evictCache(4);
  return bytes;
}

function diagnosis(error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no diagnostics';
}
