/** How an authenticator knows the person: the 16 bytes of the id, in base64url. */
export const userHandleOf = (personId: string): string =>
  Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
