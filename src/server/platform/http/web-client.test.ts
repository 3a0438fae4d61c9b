import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webClient } from './web-client.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mamori-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<head></head><script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(folder, 'assets/page.js'), 'page();');
  writeFileSync(join(folder, 'assets/page.js.br'), brotliCompressSync('page();'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = async (path: string, headers: Record<string, string> = {}) =>
  (await webClient(folder, '<meta name="x">')).request(path, { headers });

test('a built file goes out packed to whoever can unpack it, and is kept for a year', async () => {
  const packed = await get('/assets/page.js', { 'accept-encoding': 'gzip, br' });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  expect(packed.headers.get('cache-control')).toContain('immutable');
  expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe('page();');
  const plain = await get('/assets/page.js');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe('page();');
});

test('every other path is the page, each time with a nonce of its own', async () => {
  const [one, other] = [await get('/facilities/x/runs'), await get('/')];
  const nonce = /'nonce-([^']+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1];
  expect(await one.text()).toBe(`<head><meta name="x"></head><script nonce="${nonce}"></script>`);
  expect(other.headers.get('content-security-policy')).not.toContain(nonce);
  expect(one.headers.get('cache-control')).toBe('no-store');
});

test('a built file that is gone is not the page, and nothing outside the folder is served', async () => {
  expect((await get('/assets/none.js')).status).toBe(404);
  expect((await get('/assets/%2e%2e%2findex.html')).status).toBe(404);
});
