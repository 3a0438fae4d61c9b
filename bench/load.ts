import { Agent, request } from 'node:http';

/** One request of a load: sent when the one before it on the same line was answered. */
export type LoadCall = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** Whose call it is, where that is somebody else than the order says. */
  readonly cookie?: string;
  /** Where to, where that is another server than the order says. */
  readonly url?: string;
};

export type LoadOrder = {
  readonly url: string;
  readonly cookie: string;
  /** Each line is sent in order by one client; the lines run beside each other. */
  readonly lines: readonly (readonly LoadCall[])[];
};

/** Milliseconds of every request, and of the whole. */
export type LoadReport = { readonly each: readonly number[]; readonly total: number };

function send(agent: Agent, order: LoadOrder, call: LoadCall): Promise<number> {
  const { method, path, body, cookie = order.cookie, url = order.url } = call;
  const begun = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    cookie,
    ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1${path}`, { agent, method, headers }, (reply) => {
      reply.resume();
      reply.once('end', () => {
        if (reply.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${method} ${path}: ${reply.statusCode}`));
      });
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.lines.length });
  const each: number[] = [];
  const begun = performance.now();
  await Promise.all(
    order.lines.map(async (line) => {
      for (const call of line) each.push(await send(agent, order, call));
    }),
  );
  const total = performance.now() - begun;
  agent.destroy();
  return { each, total };
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
