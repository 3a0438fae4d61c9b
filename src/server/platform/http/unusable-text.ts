import type { Fault } from '#core/kernel/contract.ts';
import { refused } from './refusal.ts';

/** Without a field where only the database found out: the last line. */
export const unusableCharacter: Fault = {
  code: 'character-not-usable',
  message: '使えない文字（制御文字や、壊れた絵文字）が入っています。消してからもう一度お試しください。',
};

type Part = { readonly field: string; readonly value: unknown };

const toldAtMost = 100;
const isUsable = (text: string) => !text.includes('\u0000') && text.isWellFormed();

const partsOf = ({ field, value }: Part): readonly Part[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, inside]) => ({ field: field === '' ? key : `${field}.${key}`, value: inside }))
    : [];

/**
 * Refuses input whose text the database cannot hold, with NUL or half of a character, field by field. Looks at the input
 * as it came, before any schema, with a list of its own in place of recursion: no depth of nesting breaks it.
 */
export function refuseUnusableText(input: unknown): void {
  const faults: Fault[] = [];
  const open: Part[] = [{ field: '', value: input }];
  for (let part = open.pop(); part !== undefined && faults.length < toldAtMost; part = open.pop()) {
    if (typeof part.value === 'string' && !isUsable(part.value))
      faults.push({ field: part.field, ...unusableCharacter });
    for (const inside of partsOf(part).toReversed()) open.push(inside);
  }
  if (faults.length > 0) throw refused('input-not-valid', { faults });
}
