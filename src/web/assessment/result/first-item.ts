import type { Sheet } from '#core/catalogue/sheet.ts';

/** The first item of an area: where a link to the area's answers leads. */
export function firstItem({ areas }: Sheet, area: string): string | undefined {
  return areas.find(({ id }) => id === area)?.items[0]?.id;
}
