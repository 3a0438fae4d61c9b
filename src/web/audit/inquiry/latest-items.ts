import type { Sheet } from '#core/catalogue/sheet.ts';

/** The items of areas as choices: 「S1 安全管理の責任者を決めていますか」. */
export const latestItems = (sheet: Sheet | undefined, areas: readonly { readonly id: string }[]) =>
  (sheet?.areas ?? [])
    .filter(({ id }) => areas.some((area) => area.id === id))
    .flatMap(({ items }) => items.map(({ id, text }) => ({ value: id, label: `${id} ${text}` })));
