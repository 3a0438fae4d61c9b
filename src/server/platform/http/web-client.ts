import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { pagePolicy } from './security-headers.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * The built web client: hashed files for a year, every other path the page itself with a nonce of its own and, in its
 * head, what this server wants to say to every page.
 */
export async function webClient(folder: string, head = ''): Promise<Hono> {
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace('</head>', `${head}</head>`);
  const app = new Hono();
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', `public, max-age=${yearSeconds}, immutable`);
  });
  app.use('/assets/*', serveStatic({ root: folder, precompressed: true }));
  app.get('/assets/*', (c) => c.notFound());
  app.get('/icon.svg', serveStatic({ root: folder, path: 'icon.svg', precompressed: true }));
  app.get('*', (c) => {
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', pagePolicy(nonce));
    c.header('Cache-Control', 'no-store');
    return c.html(page.replaceAll('__CSP_NONCE__', nonce));
  });
  return app;
}
