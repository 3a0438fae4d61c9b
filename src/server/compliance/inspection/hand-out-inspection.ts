import type { ReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { askedPartTitles } from '#core/compliance/inspection/asked-part.ts';
import { inspectionDocument } from '#core/compliance/inspection/inspection-document.ts';
import { inspectionReadme } from '#core/compliance/inspection/inspection-readme.ts';
import { uniqueNames } from '#core/kernel/entry-name.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { type Documents, writeCsv } from '../../platform/documents/index.ts';
import { handOutZips, wholeFile, type writeZip, zipHeaders } from '../../platform/files/index.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { printedForms } from './inspected-forms.ts';
import { regulationTexts } from './inspected-regulations.ts';
import { loadInspection } from './read-inspection.ts';

/** Each holds one receiver's pace; no database connection is kept for it. */
const archivesAtOnce = 3;

export const inspectionHeaders = zipHeaders('inspection.zip', 'まもり_立入検査の一式.zip');

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents };

async function load(context: FacilityContext, catalogue: Catalogue, fiscalYear: number | undefined) {
  const { facilityId, personName: by, now } = context;
  const inspection = await loadInspection(context, catalogue, fiscalYear);
  const forms = await printedForms(context, catalogue, inspection.vendorForms);
  const texts = await regulationTexts(context, inspection.facility, inspection.regulations);
  return { facilityId, input: { inspection, forms, by, now }, texts };
}

/** The portfolio as PDF, and what it was made of; read inside the transaction, typeset outside it. */
async function typeset(context: RequestContext, { catalogue, documents }: Parts, fiscalYear: number | undefined) {
  const { facilityId, input, texts } = await context.inFacility((facility) => load(facility, catalogue, fiscalYear));
  const content = inspectionDocument(input);
  return {
    facilityId,
    input,
    texts,
    content,
    bytes: await documents.writePdf({ template: 'inspection', content }, facilityId),
  };
}

/** The portfolio for an inspection as PDF. */
export async function writeInspection(
  context: RequestContext,
  parts: Parts,
  fiscalYear: number | undefined,
): Promise<File> {
  const { content, bytes } = await typeset(context, parts, fiscalYear);
  return new File([bytes], `${content.title}_${content.facility}.pdf`, { type: 'application/pdf' });
}

const head = ['ファイル', '元の名前', '何の証跡か', '加えた所', '加えた人', '加えた日'];

type Typeset = Awaited<ReturnType<typeof typeset>>;

/** The files under names of their own, what is asked for by name in its own folder, with their lines of the list. */
function listed({ files }: Typeset['input']['inspection']) {
  const nameOf = uniqueNames();
  return files.map((file) => {
    const folder = file.part === null ? '証跡' : askedPartTitles[file.part];
    const path = `${folder}/${nameOf(`${file.proves[0] ?? ''}_${file.name}`)}`;
    const line = [path, file.name, file.proves.join('、'), file.at, file.addedBy.name, dayInJapan(file.addedAt)];
    return { path, file, line };
  });
}

/** The texts of the documents in force, each under a name of its own. */
async function writeTexts(zip: ReturnType<typeof writeZip>, documents: Documents, { facilityId, texts }: Typeset) {
  const nameOf = uniqueNames();
  for (const content of texts) {
    const name = `規程・方針/${nameOf(`${content.title}_第${content.sheet.version}版.pdf`)}`;
    await zip.add({
      name,
      packed: true,
      bytes: [await documents.writePdf({ template: 'regulation', content }, facilityId)],
    });
  }
}

async function writeArchive(
  zip: ReturnType<typeof writeZip>,
  { inFacility }: RequestContext,
  documents: Documents,
  made: Typeset,
): Promise<void> {
  const { input, content, bytes } = made;
  const files = listed(input.inspection);
  await zip.add({ name: 'はじめにお読みください.txt', bytes: [new TextEncoder().encode(inspectionReadme(input))] });
  await zip.add({ name: `${content.title}.pdf`, packed: true, bytes: [bytes] });
  await writeTexts(zip, documents, made);
  await zip.add({ name: '証跡の一覧.csv', bytes: [writeCsv([head, ...files.map(({ line }) => line)])] });
  for (const { path, file } of files) {
    await zip.add({ name: path, packed: true, bytes: wholeFile(inFacility, file) });
  }
}

/** Hands out the portfolio and every file of evidence as one archive. */
export function handOutInspection(parts: Parts & { readonly log: Logger }) {
  const handOut = handOutZips({ most: archivesAtOnce, log: parts.log });
  return (context: RequestContext, fiscalYear: number | undefined): Promise<ReadableStream<Uint8Array>> =>
    handOut({
      now: context.now,
      prepare: () => typeset(context, parts, fiscalYear),
      write: (zip, made) => writeArchive(zip, context, parts.documents, made),
    });
}
