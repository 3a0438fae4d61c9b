import type { CustomFetch } from 'openid-client';

/** The provider did not answer, too slowly, with far too much, or that it fails. */
export class ProviderAway extends Error {}

const patienceMs = 8_000;
const largestAnswer = 512 * 1024;

async function bodyWithin({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > largestAnswer) throw new ProviderAway('the answer is too large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const withoutBody = [101, 204, 205, 304];

/** Asks a provider at the addresses given and nowhere else, follows no redirect, and waits for a bounded answer only. */
export const providerFetch =
  (addresses: readonly string[], patience = patienceMs): CustomFetch =>
  async (address, options) => {
    if (!addresses.includes(address)) throw new ProviderAway('an address that was not kept');
    try {
      const signal = AbortSignal.timeout(patience);
      const { method, headers, body } = options;
      const answer = await fetch(address, { method, headers, body: body ?? null, redirect: 'manual', signal });
      const content = await bodyWithin(answer);
      const { status } = answer;
      if (status >= 500) throw new ProviderAway('the provider fails');
      return new Response(withoutBody.includes(status) ? null : content, { status, headers: answer.headers });
    } catch (cause) {
      throw cause instanceof ProviderAway ? cause : new ProviderAway('no answer', { cause });
    }
  };

/** Whether an error of the client library comes from a provider that is away. */
export function isAway(error: unknown): boolean {
  if (error instanceof ProviderAway) return true;
  return error instanceof Error && error.cause !== undefined && isAway(error.cause);
}
