type Attachment = { readonly name: string; readonly mediaType: string; readonly size: number };

/** RFC 8187: what `encodeURIComponent` leaves and an extended parameter may not hold. */
const extended = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Headers under which a file someone sent in is handed out: to be saved, never shown or run in our name, kept by no cache. */
export function attachmentHeaders({ name, mediaType, size }: Attachment): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return {
    'Content-Type': mediaType,
    'Content-Length': String(size),
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${extended(name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  };
}
