import type { RegisterImport } from '#core/organisation/register-shape.ts';
import type { Caller } from '../../src/server/app/testing/installation.ts';

const polling = 50;

/** Sends a register and waits until it is applied. */
export async function importSeconds(
  { url, administrator }: { readonly url: string; readonly administrator: Caller },
  content: Buffer<ArrayBuffer>,
): Promise<number> {
  const begun = performance.now();
  const headers = { cookie: administrator.cookie, 'content-type': 'text/csv' };
  const taken = await fetch(`${url}/api/v1/register/imports`, { method: 'POST', headers, body: content });
  const { importId } = (await taken.json()) as { importId: string };
  for (;;) {
    const { state }: RegisterImport = await administrator.call('GET', `/register/imports/${importId}`);
    if (state === 'applied') return (performance.now() - begun) / 1000;
    if (state !== 'running') throw new Error(`the import of the register is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, polling));
  }
}
