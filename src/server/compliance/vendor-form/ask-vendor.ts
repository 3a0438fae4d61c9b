import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { contactSign, linkDays } from '#core/compliance/vendor-form/form-link.ts';
import { vendorFormLetter } from '#core/compliance/vendor-form/vendor-form-letter.ts';
import { newToken } from '../../identity/index.ts';
import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import { withdrawMail } from '../../platform/mail/mail-repository.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { findRun } from '../../sheet/index.ts';
import { openForm } from './begin-form.ts';
import { endLinks, insertLink } from './link-repository.ts';
import { lockSystem, type SystemRow } from './system-repository.ts';

const lifetimeMs = linkDays * 24 * 60 * 60 * 1000;

type Asking = { readonly systemId: string; readonly byMail: boolean };
type Asked = { readonly path: string; readonly expiresAt: Date; readonly mailed: boolean };

async function loadForm(context: FacilityContext, catalogue: Catalogue, { systemId, byMail }: Asking) {
  const form = await openForm(context, catalogue, systemId);
  const run = await findRun(context.tx, context.facilityId, form.runId);
  if (run?.status === 'submitted') throw refused('compliance/form-confirmed');
  if (byMail && form.system.email === '') throw refused('compliance/no-address');
  return form;
}

/** Ends the links of a system's forms, and the letters that have not gone out with them. */
export async function endOpenLinks(context: FacilityContext, systemId: string): Promise<number> {
  const { tx, facilityId, now: at } = context;
  const ended = await endLinks(context, systemId);
  for (const about of ended) await withdrawMail(tx, { from: { facilityId }, kind: 'vendor-form', about, at });
  return ended.length;
}

async function mailLink(context: FacilityContext, system: SystemRow, linkId: string, link: Omit<Asked, 'mailed'>) {
  const { tx, facilityId, personName: by, outbox, now } = context;
  const place = await facilityName(tx, facilityId);
  const letter = vendorFormLetter({ ...system, ...link, place, by });
  const posting = { kind: 'vendor-form', letter, to: { address: system.email }, from: { facilityId } } as const;
  await postMail(tx, outbox, { ...posting, about: linkId, until: link.expiresAt, now });
}

/** Makes the link by which a vendor answers this year's form of a system; the one before opens nothing any more. */
export async function askVendor(context: FacilityContext, catalogue: Catalogue, asking: Asking): Promise<Asked> {
  const { system, runId } = await loadForm(context, catalogue, asking);
  const { token, hash } = newToken();
  const expiresAt = new Date(context.now.getTime() + lifetimeMs);
  await endOpenLinks(context, system.id);
  await recordActivity(context, 'compliance.vendor-asked', runId, { mailed: asking.byMail });
  const linkId = await insertLink(context, { runId, sign: contactSign(system), hash, expiresAt });
  const link = { path: `/vendor-form#${token}`, expiresAt };
  if (asking.byMail) await mailLink(context, system, linkId, link);
  return { ...link, mailed: asking.byMail };
}

/** Ends the link of a system: whoever has it is told so, and what was answered stays. */
export async function endVendorLink(context: FacilityContext, systemId: string): Promise<void> {
  const system = await lockSystem(context, systemId);
  if (!system || (await endOpenLinks(context, systemId)) === 0) throw notFound();
  await recordActivity(context, 'compliance.link-ended', systemId);
}
