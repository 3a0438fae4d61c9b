import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '#core/evidence/contract.ts';
import {
  compoundFile,
  heic,
  html,
  joined,
  jpeg,
  officeFile,
  pdf,
  png,
  svg,
  webp,
} from '../platform/files/testing/sample-files.ts';
import { EvidenceClient, idOf } from './testing/evidence-client.ts';

let client: EvidenceClient;

beforeAll(async () => {
  client = await EvidenceClient.start();
});
afterAll(async () => {
  expect(client.server.errors).toEqual([]);
  await client.server.stop();
});

describe('a file added to an item', () => {
  it.each([
    ['記録.pdf', 'application/pdf', pdf],
    ['掲示.png', 'image/png', png],
    ['掲示.JPG', 'image/jpeg', jpeg],
    ['掲示.webp', 'image/webp', webp],
    ['IMG_0001.HEIC', 'image/heic', heic],
    ['台帳.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', officeFile('xlsx')],
    ['手順書.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', officeFile('docx')],
    ['研修.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', officeFile('pptx')],
  ])('is kept with its name and kind and handed out as it was: %s', async (name, mediaType, content) => {
    const added = await client.add({ name, content });
    expect(added).toMatchObject({ status: 200, body: { itemId: 'H01-1', name, mediaType, size: content.length } });
    const read = await client.on('GET', idOf(added), '/content');
    expect(read.body).toEqual(content);
    expect(read.headers.get('content-type')).toBe(mediaType);
    expect(read.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  it('is handed out to be saved, never to be shown or kept by a cache', async () => {
    const { headers } = await client.on('GET', idOf(await client.add({})), '/content');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment;/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });

  it('names who added it and when, and the log says so', async () => {
    const { operator } = client.world.here.people;
    const { body } = await client.add({});
    expect(body).toMatchObject({
      addedBy: { id: operator.id, name: operator.name },
      addedAt: client.server.clock.now.toISOString(),
    });
    const { id } = body as Evidence;
    await client.on('GET', id, '/content', client.world.here.people.auditor);
    expect(await client.actsOn(id)).toEqual([
      {
        act: 'evidence.added',
        person_id: operator.id,
        detail: { item: 'H01-1', mediaType: 'application/pdf', size: pdf.length },
      },
      { act: 'evidence.read', person_id: client.world.here.people.auditor.id, detail: {} },
    ]);
  });
});

describe('a file is refused', () => {
  it.each([
    ['a page named as a PDF', '記録.pdf', html],
    ['a page named as one', 'page.html', html],
    ['a drawing that can run scripts', '図.svg', svg],
    ['the same named as a picture', '図.png', svg],
    ['a picture named as a PDF', '記録.pdf', png],
    ['a PDF named as a document', '記録.docx', pdf],
    ['a document named as a workbook', '台帳.xlsx', officeFile('docx')],
    ['a workbook with macros', '台帳.xlsx', officeFile('xlsm')],
    ['a workbook with macros under its own name', '台帳.xlsm', officeFile('xlsm')],
    ['an old or password-protected document', '手順書.docx', compoundFile],
    ['a PDF that is an archive too', '記録.pdf', joined(pdf, officeFile('docx'))],
    ['a picture that is an archive too', '掲示.jpg', joined(jpeg, officeFile('docx'))],
    ['a name without an ending', '記録', pdf],
  ])('where it is %s', async (_, name, content) => {
    const before = await client.fileCounts();
    expect(await client.add({ name, content })).toMatchObject({
      status: 415,
      body: { code: 'evidence/kind-not-allowed' },
    });
    expect(await client.fileCounts()).toEqual(before);
  });

  it('where it is empty', async () => {
    const reply = await client.add({ content: new Uint8Array(0) });
    expect(reply).toMatchObject({ status: 400, body: { defined: true, code: 'evidence/empty', status: 400 } });
    expect((reply.body as { message: string }).message).toBe('ファイルが空です。中身のあるファイルを選んでください。');
  });

  it.each([
    ['that deceives', '記録\u202efdp.exe.pdf'],
    ['that is a path', '../../記録.pdf'],
    ['with a control character', '記録\u0007.pdf'],
    ['that is too long', `${'あ'.repeat(200)}.pdf`],
    ['that is empty', ' '],
  ])('under a name %s, and the field is named', async (_, name) => {
    const reply = await client.add({ name });
    expect(reply).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
    const { faults } = (reply.body as { data: { faults: { field: string; message: string }[] } }).data;
    expect(faults).toEqual([{ field: 'query.name', code: 'not-valid', message: expect.stringMatching(/名前/) }]);
  });

  it('at an item of the sheet of executives, whoever brings it', async () => {
    const { operator, 'safety-manager': safetyManager, executive } = client.world.here.people;
    const before = await client.fileCounts();
    for (const person of [operator, safetyManager]) {
      const reply = await client.add({ item: 'E1-1', person });
      expect(reply).toMatchObject({ status: 409, body: { code: 'evidence/private-sheet' } });
    }
    expect(await client.add({ item: 'E1-1', person: executive })).toMatchObject({ status: 403 });
    expect(await client.fileCounts()).toEqual(before);
  });

  it('at an item nobody asks', async () => {
    expect(await client.add({ item: 'H99-9' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
