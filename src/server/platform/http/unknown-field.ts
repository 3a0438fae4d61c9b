import type { Fault } from '#core/kernel/contract.ts';

/** Of one object no more unknown fields are told than this. */
export const toldAtMost = 20;

/** A field no contract names: whoever sent it meant something we would not do. */
export function unknownField(path: readonly string[]): Fault {
  const message = `「${path.at(-1)}」という項目はありません。名前を確かめるか、外してください。`;
  return { field: path.join('.'), code: 'not-known', message };
}
