/** The facility and the person the writers write for, and where the server answers now. */
export type Place = { url: string; readonly cookie: string; readonly facilityId: string };

type Asking = { readonly method: string; readonly path: string; readonly body?: unknown; readonly bytes?: Buffer };
export type Answered = { readonly status: number; readonly bytes: Buffer };

/** One call of the API; undefined where no whole answer came. */
export async function ask(place: Place, { method, path, body, bytes }: Asking): Promise<Answered | undefined> {
  const content = bytes ? Uint8Array.from(bytes) : body === undefined ? undefined : JSON.stringify(body);
  const type = bytes ? 'application/octet-stream' : 'application/json';
  try {
    const response = await fetch(`${place.url}/api/v1/facilities/${place.facilityId}${path}`, {
      method,
      headers: { cookie: place.cookie, ...(content !== undefined && { 'content-type': type }) },
      ...(content !== undefined && { body: content }),
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

/** An answer in a line of a test's failure. */
export const wordsOf = ({ status, bytes }: Answered): string => `${status} ${bytes.toString().slice(0, 300)}`;

/** What a server that cannot write now may say: in the contract's words, nothing of its insides. */
export function isClearRefusal({ status, bytes }: Answered): boolean {
  if (status !== 503 && status !== 507) return false;
  const { code, message } = JSON.parse(bytes.toString());
  return typeof code === 'string' && /[ぁ-ん]/.test(message);
}

export async function read<T>(place: Place, path: string): Promise<T> {
  const answered = await ask(place, { method: 'GET', path });
  if (answered?.status !== 200) throw new Error(`GET ${path}: ${answered?.status} ${answered?.bytes}`);
  return JSON.parse(answered.bytes.toString()) as T;
}
