import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { closeServer } from './close-server.ts';
import { listen } from './listen.ts';

/** A server that answers once it is let. */
async function answeringLate() {
  const [asked, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const fetch = async () => {
    asked.resolve();
    await letGo.promise;
    return new Response('done');
  };
  const server = await listen({ fetch, port: 0, host: '127.0.0.1' });
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 600_000;
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address ? address.port : 0,
    asked: asked.promise,
    answer: letGo.resolve,
  };
}

const ask = (port: number, agent: Agent) =>
  new Promise<string>((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent }, async (response) => {
      let text = '';
      for await (const part of response) text += part;
      resolve(text);
    }).on('error', reject);
  });

test('a request under way is answered, and its connection keeps nobody waiting after that', async () => {
  const { server, port, asked, answer } = await answeringLate();
  const agent = new Agent({ keepAlive: true });
  const answered = ask(port, agent);
  await asked;
  const closed = closeServer(server, 600_000);
  answer();
  expect(await answered).toBe('done');
  await closed;
  agent.destroy();
});

test('one that takes longer than it may is cut', async () => {
  const { server, port, asked, answer } = await answeringLate();
  const agent = new Agent({ keepAlive: true });
  const cut = expect(ask(port, agent)).rejects.toThrow();
  await asked;
  await closeServer(server, 20);
  await cut;
  answer();
  agent.destroy();
});
