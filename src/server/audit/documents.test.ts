import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import { auditReport } from '#core/audit/audit-report.ts';
import { auditSession } from '#core/audit/audit-session.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { concludedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let world: World;
let documents: Documents;
let path: string;
let audit: AuditView;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  documents = openDocuments();
  path = await concludedAudit(server, world);
  const before = await received('report.pdf');
  expect(before.status).toBe(404);
  const body = { opinion: '責任者の紙を新しくしてください。\n教育は良い。' };
  const call = { method: 'POST', path: `${path}/report`, body };
  audit = (await request(server, world.here.people.auditor, call)).body as AuditView;
});
afterAll(async () => {
  await documents.close();
  await server.stop();
});

const received = (file: string) =>
  request(server, world.here.people.executive, { method: 'GET', path: `${path}/${file}` });
const textOf = async (bytes: unknown) => {
  const pages = await pdfPages(bytes as Uint8Array<ArrayBuffer>);
  return { pages: pages.length, text: pages.map(({ text }) => text.replace(/\s/g, '')).join('') };
};
const told = ['責任者の紙を新しくしてください。', '紙が古い', '軽微な不適合'];

test('the report says the opinion, the findings and the conclusion of every item, as PDF and for a word processor', async () => {
  const { text } = await textOf((await received('report.pdf')).body);
  for (const words of told) expect(text).toContain(words);
  expect(text).toContain('企画・運用しておらず');
  const { body, headers } = await received('report.docx');
  expect(headers.get('content-type')).toContain('wordprocessingml');
  const xml = new TextDecoder().decode(unzipSync(body as Uint8Array)['word/document.xml']);
  for (const words of told) expect(xml).toContain(words);
});

test('the session with the directors is one page, however much was found', async () => {
  const own = await textOf((await received('session.pdf')).body);
  expect(own).toMatchObject({ pages: 1, text: expect.stringContaining('紙が古い') });
  const sheet = latestSheet(loadCatalogue(), 'hospital');
  if (!sheet) throw new Error('no sheet');
  const [first] = audit.findings;
  if (!first) throw new Error('no finding');
  const long = 'とても長い指摘です。'.repeat(150);
  const findings = itemsOf(sheet).map((item) => {
    const place = { kind: 'item' as const, item, area: { id: '01', title: '体制' } };
    return { ...first, place, statement: long, late: true };
  });
  const veracity = audit.veracity && { ...audit.veracity, overall: { ...audit.veracity.overall, compared: 80 } };
  const report = auditReport({
    audit: { ...audit, findings, veracity, opinion: long, title: '題'.repeat(100), reportedAt: new Date() },
    sheet,
    items: [],
    facility: '医療法人社団'.repeat(8),
    now: new Date('2026-11-27'),
  });
  const session = auditSession(report);
  const bytes = await documents.writePdf({ template: 'session', content: session }, 'test');
  const { pages, text } = await textOf(bytes);
  expect(pages).toBe(1);
  expect(text).toContain('ほか75件は、報告書にあります。');
});

test('a text with characters no file can hold still makes a file that opens', async () => {
  const text = `a${String.fromCharCode(0, 11)}\ud83d 行\n次`;
  const blocks = [{ kind: 'paragraph', text } as const, { kind: 'heading', level: 1, text } as const];
  const bytes = await documents.writeWord({ title: 'x', author: 'y', blocks }, 'test');
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(unzipSync(bytes)['word/document.xml']);
  expect(xml).toContain('行');
  expect(xml).not.toContain('\u0000');
});
