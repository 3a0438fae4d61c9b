import { Agent } from 'undici';

/** One request of a load. */
export type LoadCall = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Whose call it is, where that is somebody else than the order says. */
  readonly cookie?: string;
  /** Where to, where that is another server than the order says. */
  readonly url?: string;
};

export type Caller = {
  /** Sends a call and gives the status of its answer, once all of that has come. */
  readonly send: (call: LoadCall) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Sends calls over connections that stay open, for what a call does not say to this server and as this person. */
export function openCaller({
  url: usual,
  cookie: own = '',
  connections,
  timeoutMs,
}: {
  readonly url: string;
  readonly cookie?: string;
  readonly connections: number;
  readonly timeoutMs: number;
}): Caller {
  const agent = new Agent({ connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    send: async ({ method, path, body, cookie = own, url = usual }) => {
      const headers = body === undefined ? { cookie } : { cookie, 'content-type': 'application/json' };
      const text = body === undefined ? null : JSON.stringify(body);
      const reply = await agent.request({ origin: url, path: `/api/v1${path}`, method, headers, body: text });
      await reply.body.dump({ limit: Number.POSITIVE_INFINITY });
      return reply.statusCode;
    },
    close: () => agent.destroy(),
  };
}
