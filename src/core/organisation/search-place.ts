/** The steps of a search in the order of their hits: by code, by short code, by the start of a name, by any part of it. */
export const searchSteps = ['code', 'short-code', 'start', 'part'] as const;
export type SearchStep = (typeof searchSteps)[number];

/** Where a page of a list ended: the step, the key the step is sorted by, and the facility. */
export type SearchPlace = { readonly step: SearchStep; readonly key: string; readonly id: string };

const written = /^(code|short-code|start|part)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.*)$/s;

export function writePlace({ step, key, id }: SearchPlace): string {
  return `${step}.${id}.${key}`;
}

/** Undefined for a text that `writePlace` did not write. */
export function readPlace(text: string): SearchPlace | undefined {
  const [, name, id, key] = written.exec(text) ?? [];
  const step = searchSteps.find((known) => known === name);
  return step && id !== undefined && key !== undefined ? { step, key, id } : undefined;
}
