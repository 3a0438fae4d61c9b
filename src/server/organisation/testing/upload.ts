import type { RegisterImport } from '#core/organisation/register-shape.ts';
import { type Reply, request } from '../../app/testing/request.ts';
import type { TestServer } from '../../app/testing/test-server.ts';
import type { TestPerson } from '../../app/testing/world.ts';

export function upload(server: TestServer, person: TestPerson, content: string | Uint8Array): Promise<Reply> {
  return request(server, person, {
    method: 'POST',
    path: '/register/imports?name=list.csv',
    bytes: { content: Uint8Array.from(Buffer.from(content)), type: 'text/csv' },
  });
}

/** Uploads a file and waits until its import has come to an end. */
export async function imported(
  server: TestServer,
  person: TestPerson,
  content: string | Uint8Array,
): Promise<RegisterImport> {
  const begun = await upload(server, person, content);
  const { importId } = begun.body as { importId: string };
  for (;;) {
    const { body } = await request(server, person, { method: 'GET', path: `/register/imports/${importId}` });
    const record = body as RegisterImport;
    if (record.state !== 'running') return record;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const line = (code: string, name: string, address = '札幌市中央区南２２条西１４丁目', postalCode = '0648536') =>
  `${code},${code.slice(2)},${name},${postalCode},${address}\r\n`;
