/** Which import the address shows. */
export function importSearch({ import: id }: Record<string, unknown>): { readonly import?: string } {
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { import: id } : {};
}
