/** What is being done about the list of systems, in a dialog of its own. */
export type Doing =
  | { readonly act: 'add' }
  | { readonly act: 'edit' | 'end' | 'ask' | 'end-link'; readonly systemId: string };
