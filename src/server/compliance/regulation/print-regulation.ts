import { regulationDocument } from '#core/compliance/regulation/regulation-document.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { facilityHead } from '../repository.ts';
import { findVersion } from './regulation-repository.ts';
import { readRegulation } from './save-regulation.ts';

type Printing = { readonly regulationId: string; readonly number: number };

async function load(context: FacilityContext, { regulationId, number }: Printing) {
  const { tx, facilityId, now } = context;
  const regulation = await readRegulation(context, regulationId);
  const version = await findVersion(context, regulationId, number);
  if (!version) throw notFound();
  const { name } = await facilityHead(tx, facilityId);
  return { facilityId, content: regulationDocument({ regulation, version, facility: name, now }) };
}

/** One version of a document as PDF; read inside the transaction, typeset outside it. */
export async function printRegulation(context: RequestContext, documents: Documents, at: Printing): Promise<File> {
  const { facilityId, content } = await context.inFacility((facility) => load(facility, at));
  const bytes = await documents.writePdf({ template: 'regulation', content }, facilityId);
  return new File([bytes], `${content.title}_第${at.number}版.pdf`, { type: 'application/pdf' });
}
