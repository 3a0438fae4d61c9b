import type { Handler } from 'hono';

type Told = { readonly contact: string | undefined; readonly publicUrl: string | undefined; readonly now: () => Date };

const goodForMs = 180 * 24 * 60 * 60 * 1000;

/** `/.well-known/security.txt` (RFC 9116): where the operator takes reports; not there while no contact is set. */
export function securityText({ contact, publicUrl, now }: Told): Handler {
  return (c) => {
    if (contact === undefined) return c.notFound();
    const expires = new Date(now().getTime() + goodForMs).toISOString().replace(/\.\d+Z$/, 'Z');
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${expires}`,
      'Preferred-Languages: ja, en',
      ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}/.well-known/security.txt`]),
    ];
    return c.body(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  };
}
