import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { VendorSystem } from '#core/compliance/vendor-form/vendor-system.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, TestPerson } from './world.ts';

const catalogue = loadCatalogue();

export const systemWords = { vendor: '青葉システム', system: '電子カルテ', contact: '佐藤', email: '' };

/** A system of a vendor in the register of the facility, added by the person (the planner unless told). */
export async function addedSystem(
  server: TestServer,
  facility: TestFacility,
  changes: Partial<typeof systemWords> = {},
  person: TestPerson = facility.people.planner,
): Promise<VendorSystem> {
  const path = `/facilities/${facility.id}/vendor-systems`;
  const added = await request(server, person, { method: 'POST', path, body: { ...systemWords, ...changes } });
  if (added.status !== 201) throw new Error(`system: ${JSON.stringify(added.body)}`);
  return added.body as VendorSystem;
}

let systems = 0;

/** The path of a system nobody has added before. */
export async function systemPath(server: TestServer, facility: TestFacility, rest = ''): Promise<string> {
  systems += 1;
  const { id } = await addedSystem(server, facility, { system: `システム${systems}` });
  return `/facilities/${facility.id}/vendor-systems/${id}${rest}`;
}

/** The secret of a link to this year's form of a new system. */
export async function formSecret(server: TestServer, facility: TestFacility): Promise<string> {
  const path = await systemPath(server, facility, '/link');
  const asked = await request(server, facility.people.planner, { method: 'POST', path, body: { byMail: false } });
  if (asked.status !== 200) throw new Error(`link: ${JSON.stringify(asked.body)}`);
  return (asked.body as { path: string }).path.split('#')[1] ?? '';
}

const day = { confirmedOn: '2026-11-20', targetOn: null };

/** Answers every item of a form through its link with はい, but one where it is named. */
export async function answerByLink(
  server: TestServer,
  token: string,
  { except }: { readonly except?: string } = {},
): Promise<void> {
  for (const { id } of itemsOf(vendorSheet()).filter((item) => item.id !== except)) {
    const body = { token, itemId: id, value: 'yes', note: '', revision: 0, ...day };
    const reply = await request(server, undefined, { method: 'POST', path: '/vendor-form/answer', body });
    if (reply.status !== 200) throw new Error(`${id}: ${JSON.stringify(reply.body)}`);
  }
}

export async function sentForm(server: TestServer, facility: TestFacility): Promise<string> {
  const token = await formSecret(server, facility);
  await answerByLink(server, token);
  await request(server, undefined, { method: 'POST', path: '/vendor-form/sending', body: { token } });
  return token;
}

function vendorSheet() {
  const sheet = latestSheet(catalogue, 'checklist-vendor');
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
