import type { TestServer } from './test-server.ts';
import type { TestPerson } from './world.ts';

export type Reply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly bytes?: { readonly content: Uint8Array<ArrayBuffer>; readonly type: string };
};

/** The whole reply; of a stream, which goes on for ever, its first part. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  if (response.headers.get('content-type') !== 'text/event-stream') return new Uint8Array(await response.arrayBuffer());
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ?? new Uint8Array();
}

/** One request to the API as a person, or as nobody. JSON replies are parsed, others come as bytes. */
export async function request(server: TestServer, person: TestPerson | undefined, call: Call): Promise<Reply> {
  const body = call.bytes?.content ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const type = call.bytes?.type ?? 'application/json';
  const response = await fetch(`${server.url}/api/v1${call.path}`, {
    method: call.method,
    headers: {
      ...(person && { cookie: person.cookie }),
      ...(person?.authorization && { authorization: person.authorization }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  const content = json ? await response.json() : await bytesOf(response);
  return { status: response.status, body: content, headers: response.headers };
}
