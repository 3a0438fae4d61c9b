import type { Fault } from '../../kernel/contract.ts';
import type { Bridge } from '../bridge.ts';
import { faultsOfBridge } from '../bridge-faults.ts';
import { type Catalogue, findClause, findItem } from '../catalogue.ts';
import { idFaults } from '../id-faults.ts';
import { itemsOf, type Sheet } from '../sheet.ts';

/** What is wrong with a version before it joins the content of an installation: its bridge, its ids, and links that lead nowhere. */
export function formFaults(
  catalogue: Catalogue,
  earlier: Sheet,
  { sheet, bridge }: { readonly sheet: Sheet; readonly bridge: Bridge },
): readonly Fault[] {
  const lost = itemsOf(sheet).flatMap(({ id, links, items = [] }) => [
    ...links.filter(({ to }) => !findClause(catalogue, to)).map(({ to }) => ({ id, to })),
    ...items.filter(({ item }) => !findItem(catalogue, item)).map(({ item }) => ({ id, to: item })),
  ]);
  return [
    ...faultsOfBridge(bridge, earlier, sheet),
    ...idFaults({ ...catalogue, sheets: [...catalogue.sheets, sheet] }),
    ...lost.map(({ id, to }) => ({
      item: id,
      code: 'catalogue/link',
      message: `${id} のつなぎ先 ${to} が見つかりません。選び直してください。`,
    })),
  ];
}
