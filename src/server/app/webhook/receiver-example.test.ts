import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageBody } from '#core/app/webhook/webhook.ts';
import { receiverExample } from '#core/app/webhook/webhook-example.ts';
import { postMessage } from './post-message.ts';
import { signedHeaders } from './sign-message.ts';
import { newSecret } from './webhook-parts.ts';

const root = join(import.meta.dirname, '../../../..');

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

test('the receiver that is shown as an example takes what is ours and nothing else', async () => {
  const folder = mkdtempSync(join(root, 'node_modules/.example-'));
  const [port, secret] = [await freePort(), newSecret()];
  writeFileSync(join(folder, 'receiver.mjs'), receiverExample.replace('8090', String(port)));
  const env = { PATH: process.env.PATH, WEBHOOK_SECRET: secret };
  const program = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const told = { facilityId: 'f', event: 'run.submitted', occurredAt: new Date(), actId: 'a', subject: 'r' };
  const message = { id: 'd', at: new Date(), body: messageBody(told) };
  const address = `http://127.0.0.1:${port}/`;
  const post = (by: string) => postMessage({ address, headers: signedHeaders(message, [by]), body: message.body });
  try {
    await expect.poll(() => post(newSecret()), { timeout: 10_000 }).toEqual({ status: 400 });
    expect(await post(secret)).toEqual({ status: 204 });
    await expect.poll(() => said).toBe('d run.submitted r\n');
  } finally {
    program.kill();
    rmSync(folder, { recursive: true });
  }
});

test('the document for receivers shows the same example', () => {
  expect(readFileSync(join(root, 'docs/webhooks.md'), 'utf8')).toContain(receiverExample);
});
