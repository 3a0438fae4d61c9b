import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { connectionsBeyond, openTrap } from './outside.ts';
import { watch } from './watch.ts';

const asking = `
  import { get } from 'node:https';
  await fetch('http://one.example/a').catch(() => undefined);
  await new Promise((done) => get('https://two.example/b').on('error', done));
`;

/** Every journey holds its pages and its server to this; here it is shown that a breach would be noticed. */
test('a page that breaks the content security policy or asks another server is noticed', async ({
  browser,
  mamori,
}) => {
  const context = await browser.newContext({ baseURL: mamori.url });
  const faults = await watch(context, [mamori.url]);
  const page = await context.newPage();
  await page.goto('/');
  expect(faults).toEqual([]);
  await page.evaluate(() => fetch('https://world.example/').catch(() => undefined));
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('thrown in the page')), 0));
  await expect(async () => {
    expect(faults.join('\n')).toMatch(/connect-src/);
    expect(faults.join('\n')).toContain('thrown in the page');
  }).toPass({ timeout: 5_000 });
  await page.goto('data:text/html,<img src="https://world.example/a.png">');
  await expect(async () => {
    expect(faults.join('\n')).toContain('a request to https://world.example/a.png');
  }).toPass({ timeout: 5_000 });
  await context.close();
});

const pageWith = (more: string) =>
  `<!doctype html><html lang="ja"><meta name="viewport" content="width=device-width"><title>a</title><main><h1>a</h1>${more}</main>`;

test('a page that axe finds fault with at a desk or on a phone, or that a phone cannot show whole, is noticed', async ({
  page,
}) => {
  await page.setContent(pageWith(''));
  await lookAt(page);
  await page.setContent(pageWith('<img src="a.png">'));
  await expect(lookAt(page)).rejects.toThrow('image-alt');
  await page.setContent(
    pageWith('<style>@media (min-width: 500px) { img { display: none } }</style><img src="a.png">'),
  );
  await expect(lookAt(page)).rejects.toThrow('at 390 px');
  await page.setContent(pageWith('<p style="width: 500px">b</p>'));
  await expect(lookAt(page)).rejects.toThrow('is wider than a phone');
});

test('a server that asks the world is noticed', async () => {
  const trap = await openTrap();
  const env = { ...process.env, ...trap.env };
  const child = spawn(process.execPath, ['--input-type=module', '-e', asking], { env, stdio: 'ignore' });
  await once(child, 'exit');
  expect(trap.asked).toEqual(['CONNECT one.example:80', 'CONNECT two.example:443']);
  trap.close();
});

test('a connection of a process beyond this machine is noticed', async () => {
  const [beyond] = Object.values(networkInterfaces()).flatMap((all) => all?.filter(({ internal }) => !internal) ?? []);
  const server = createServer().listen(0, beyond?.address ?? '127.0.0.1');
  await once(server, 'listening');
  const { address, port } = server.address() as AddressInfo;
  const client = connect(port, address);
  await once(client, 'connect');
  const onlyLinuxTells = process.platform === 'linux';
  expect(connectionsBeyond(process.pid).length > 0).toBe(onlyLinuxTells && beyond !== undefined);
  client.destroy();
  server.close();
});
