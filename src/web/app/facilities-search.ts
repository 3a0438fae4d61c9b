export type FacilitiesSearch = { readonly closed?: true };

/** Whether the person comes from a page that is not open to them. */
export function facilitiesSearch({ closed }: Record<string, unknown>): FacilitiesSearch {
  return closed === true ? { closed: true } : {};
}
