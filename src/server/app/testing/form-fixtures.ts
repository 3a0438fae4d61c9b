import { latestSheet } from '#core/catalogue/catalogue.ts';
import { madeUpForm } from '#core/catalogue/form/made-up-form.ts';
import type { FormDraft } from '#core/catalogue/form-contract.ts';
import type { Workbook } from '#core/kernel/workbook.ts';
import { workbookType } from '#core/sheet/contract.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { type Call, request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestPerson, World } from './world.ts';

type Names = Extract<EndpointName, `form.${string}`>;

const form = 'checklist-vendor';

/** A workbook as the file it would be. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const documents = openDocuments();
  return documents.writeWorkbook(workbook, 'test').finally(() => documents.close());
}

let made: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** The made-up form of vendors. */
function vendorForm(): Promise<Uint8Array<ArrayBuffer>> {
  const r7 = latestSheet(loadCatalogue(), form);
  if (!r7) throw new Error('no form of vendors');
  made ??= workbookBytes(madeUpForm(r7));
  return made;
}

export const formUpload = (content: Uint8Array<ArrayBuffer>, sheetId: string): Call => ({
  method: 'POST',
  path: `/official-forms?sheetId=${sheetId}&name=${encodeURIComponent('様式.xlsx')}`,
  bytes: { content, type: workbookType },
});

async function uploaded(server: TestServer, administrator: TestPerson): Promise<FormDraft> {
  const draft = await request(server, administrator, formUpload(await vendorForm(), form));
  const path = `/official-forms/${(draft.body as { id: string }).id}`;
  return (await request(server, administrator, { method: 'GET', path })).body as FormDraft;
}

/** Drafts are few in one installation: of those of calls before this one the oldest are thrown away. */
async function fresh(server: TestServer, { administrator }: World): Promise<FormDraft> {
  const { body } = await request(server, administrator, { method: 'GET', path: '/official-forms' });
  for (const { id } of (body as { drafts: { id: string }[] }).drafts.slice(10)) {
    await request(server, administrator, { method: 'DELETE', path: `/official-forms/${id}` });
  }
  return uploaded(server, administrator);
}

const asNew = ({ items }: FormDraft) => items.map((item) => ({ ...item, change: 'new' as const }));
let publications = 0;

export const formFixtures: Readonly<Record<Names, Fixture>> = {
  'form.list': { as: 'system-administrator', call: () => ({ method: 'GET', path: '/official-forms' }) },
  'form.upload': {
    as: 'system-administrator',
    call: async (server, world) => {
      await fresh(server, world);
      return formUpload(await vendorForm(), form);
    },
  },
  'form.draft': {
    as: 'system-administrator',
    call: async (server, world) => ({ method: 'GET', path: `/official-forms/${(await fresh(server, world)).id}` }),
  },
  'form.map': {
    as: 'system-administrator',
    call: async (server, world) => {
      const { id, mapping, revision } = await fresh(server, world);
      return { method: 'PUT', path: `/official-forms/${id}/mapping`, body: { mapping, revision } };
    },
    wrong: { body: { mapping: { text: 99 }, revision: 0 }, fields: ['mapping.text', 'revision'] },
  },
  'form.review': {
    as: 'system-administrator',
    call: async (server, world) => {
      const draft = await fresh(server, world);
      const body = { items: asNew(draft), revision: draft.revision };
      return { method: 'PUT', path: `/official-forms/${draft.id}/items`, body };
    },
    wrong: { body: { items: 'x', revision: 1 }, fields: ['items'] },
  },
  'form.discard': {
    as: 'system-administrator',
    call: async (server, world) => ({ method: 'DELETE', path: `/official-forms/${(await fresh(server, world)).id}` }),
  },
  'form.publish': {
    as: 'system-administrator',
    call: async (server, world) => {
      const draft = await fresh(server, world);
      const path = `/official-forms/${draft.id}`;
      const body = { items: asNew(draft), revision: draft.revision };
      await request(server, world.administrator, { method: 'PUT', path: `${path}/items`, body });
      publications += 1;
      const version = `R9.${publications}`;
      return { method: 'POST', path: `${path}/publication`, body: { version, revision: draft.revision + 1 } };
    },
    wrong: { body: { version: '令和8年', revision: 1 }, fields: ['version'] },
  },
};
