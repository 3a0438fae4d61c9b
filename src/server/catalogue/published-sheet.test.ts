import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { describe, expect, it } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { publishedSheetSchema } from '#core/catalogue/contract.ts';
import { madeUpCatalogue } from '#core/catalogue/testing/made-up-catalogue.ts';
import { sheetPublisher } from './published-sheet.ts';

const answer = sheetPublisher(madeUpCatalogue);
const app = new Hono()
  .use(compress({ threshold: 0 }))
  .get('/network', (c) => answer(c, latestSheet(madeUpCatalogue, 'network-level')))
  .get('/questions', (c) => answer(c, latestSheet(madeUpCatalogue, 'small-facility')));
const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const targetsOf = async (path: string) => publishedSheetSchema.parse(await (await ask(path)).json()).targets;

describe('a published sheet', () => {
  it('comes with the clauses its links lead to', async () => {
    expect(await targetsOf('/questions')).toMatchObject({
      'GOV7-3-01': {
        label: '経営管理編 3①',
        clause: { help: { meaning: '意味' }, evidence: ['規程'], source: '3章①' },
      },
      'R7-H-1-01': { label: 'チェックリスト 1-①', sheetId: 'checklist-institution' },
      'GOV7@3.1.2': { label: '経営管理編 3.1.2' },
    });
  });

  it('comes with the near questions of its items and the sheet they stand in', async () => {
    expect(await targetsOf('/network')).toEqual({
      S1: {
        label: '点検票small-facility S1',
        text: 'S1をしていますか',
        certainty: 'primary',
        sheetId: 'small-facility',
      },
    });
  });

  it.each([{}, { 'Accept-Encoding': 'gzip' }])('is not sent again to a browser that has it (%o)', async (headers) => {
    const first = await ask('/network', headers);
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    const again = await ask('/network', { ...headers, 'If-None-Match': first.headers.get('ETag') ?? '' });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect((await ask('/questions', { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(200);
  });
});
