import { z } from 'zod';

const namedSchema = z.object({ id: z.string(), title: z.string() });

/** Where a finding stands: at an item of the check sheet, or at a clause or a system of the scope of its audit. */
export const findingPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    item: z.object({ id: z.string(), text: z.string() }),
    area: namedSchema,
  }),
  /** The label is the number of the clause, 「3⑪」; the title is that with its text. */
  z.object({ kind: z.literal('clause'), clause: namedSchema.extend({ label: z.string() }) }),
  z.object({ kind: z.literal('system'), system: z.string() }),
]);
export type FindingPlace = z.infer<typeof findingPlaceSchema>;

/** Where a finding stands, in words: 「体制（H01-6）」「条項 3⑪」「システム 電子カルテ」. */
export function placeWords(place: FindingPlace): string {
  if (place.kind === 'item') return `${place.area.title}（${place.item.id}）`;
  return place.kind === 'clause' ? `条項 ${place.clause.label}` : `システム ${place.system}`;
}

/** What is asked there, in full: 「設問：…」「条項：3⑪ …」; empty of a system, of which nothing is asked. */
export function askedWords(place: FindingPlace): string {
  if (place.kind === 'item') return `設問：${place.item.text}`;
  return place.kind === 'clause' ? `条項：${place.clause.title}` : '';
}

/** The id files that prove the correction of a finding stand at: its item or its clause, and where it is at a system its own. */
export function proofAt({ id, place }: { readonly id: string; readonly place: FindingPlace }): string {
  if (place.kind === 'item') return place.item.id;
  return place.kind === 'clause' ? place.clause.id : id;
}

/** What that is called beside 「証跡」: 「S1」「条項 3⑪」「システム 電子カルテ」. */
export const proofWords = (place: FindingPlace): string => (place.kind === 'item' ? place.item.id : placeWords(place));
