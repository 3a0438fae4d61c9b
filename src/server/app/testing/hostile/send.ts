import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { TestPerson } from '../world.ts';
import type { HostileCall } from './call.ts';

export type HostileReply = { readonly status: number; readonly text: string; readonly headers: IncomingHttpHeaders };

/** Sends exactly what it is told: no client in between mends a path or a header. */
export function send(
  url: string,
  agent: Agent,
  person: TestPerson | undefined,
  call: HostileCall,
): Promise<HostileReply> {
  const { method, path, body } = call;
  const headers = {
    ...(person && { cookie: person.cookie }),
    ...(body && { 'content-length': body.bytes.length, ...(body.type && { 'content-type': body.type }) }),
    ...(body?.encoding && { 'content-encoding': body.encoding }),
    ...call.headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1`, { agent, method, headers, path: `/api/v1${path}` }, (reply) => {
      const parts: Buffer[] = [];
      const { statusCode = 0, headers: told } = reply;
      const ended = () => resolve({ status: statusCode, text: Buffer.concat(parts).toString(), headers: told });
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.once('end', ended);
      // A stream has no end: it was answered, and is left.
      if (reply.headers['content-type'] === 'text/event-stream') {
        ended();
        sent.destroy();
      }
      reply.once('error', reject);
    });
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // The server may close an idle connection at the very moment it is used again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, agent, person, call));
      else reject(error);
    });
    sent.end(body?.bytes);
  });
}
