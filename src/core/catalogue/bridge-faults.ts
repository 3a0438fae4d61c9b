import type { Fault } from '../kernel/contract.ts';
import type { Bridge } from './bridge.ts';
import { type Catalogue, compareVersions, findSheet } from './catalogue.ts';
import { sameWording } from './same-wording.ts';
import { itemsOf, type Sheet } from './sheet.ts';

const placeOf = ({ sheet, from, to }: Bridge): string => `${sheet} ${from}→${to}`;

const fault = (bridge: Bridge, item: string | undefined, code: string, message: string): Fault => ({
  sheet: placeOf(bridge),
  ...(item === undefined ? {} : { item }),
  code: `catalogue/${code}`,
  message,
});

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

const fromsOf = (bridge: Bridge) => bridge.items.flatMap((one) => (one.change === 'new' ? [] : [one]));

/** Every item of the newer version stands in the bridge once. */
function newerFaults(bridge: Bridge, to: Sheet): readonly Fault[] {
  const bridged = bridge.items.map(({ item }) => item);
  const asked = itemsOf(to).map(({ id }) => id);
  return [
    ...repeated(bridged).map((id) => fault(bridge, id, 'bridge-twice', `橋渡しに項目 ${id} が2回以上あります。`)),
    ...bridged
      .filter((id) => !asked.includes(id))
      .map((id) => fault(bridge, id, 'bridge-unknown', `橋渡しの項目 ${id} は、${to.version} 版にありません。`)),
    ...asked
      .filter((id) => !bridged.includes(id))
      .map((id) => fault(bridge, id, 'bridge-missing', `${to.version} 版の項目 ${id} が、橋渡しにありません。`)),
  ];
}

/** Every item of the older version goes on somewhere or is named as dropped, and not both. */
function olderFaults(bridge: Bridge, from: Sheet): readonly Fault[] {
  const known = itemsOf(from).map(({ id }) => id);
  const followed = new Set(fromsOf(bridge).map((one) => one.from));
  const unchanged = fromsOf(bridge).flatMap((one) => (one.change === 'unchanged' ? [one.from] : []));
  const named = [...followed, ...bridge.dropped];
  return [
    ...named
      .filter((id) => !known.includes(id))
      .map((id) => fault(bridge, id, 'bridge-unknown', `橋渡しの元の項目 ${id} は、${from.version} 版にありません。`)),
    ...known
      .filter((id) => !named.includes(id))
      .map((id) =>
        fault(
          bridge,
          id,
          'bridge-lost',
          `${from.version} 版の項目 ${id} の行き先がありません。dropped に書いてください。`,
        ),
      ),
    ...bridge.dropped
      .filter((id) => followed.has(id))
      .map((id) => fault(bridge, id, 'bridge-dropped', `${id} は引き継がれるのに、無くなった項目にもあります。`)),
    ...repeated(unchanged).map((id) =>
      fault(bridge, id, 'bridge-split', `「変わらない」の元に ${id} が2回以上あります。`),
    ),
  ];
}

/** An id stands for one wording: what is unchanged says the same, and other words stand under an id of their own. */
function wordingFaultsOf(bridge: Bridge, from: Sheet, to: Sheet): readonly Fault[] {
  const before = new Map(itemsOf(from).map(({ id, text }) => [id, text]));
  const now = new Map(itemsOf(to).map(({ id, text }) => [id, text]));
  const other = fromsOf(bridge).filter((one) => {
    const [old, text] = [before.get(one.from), now.get(one.item)];
    return one.change === 'unchanged' && old !== undefined && text !== undefined && !sameWording(old, text);
  });
  const kept = bridge.items.filter(
    (one) => before.has(one.item) && !(one.change === 'unchanged' && one.from === one.item),
  );
  return [
    ...other.map(({ item }) =>
      fault(
        bridge,
        item,
        'bridge-wording',
        `${item} は「変わらない」とありますが、文言が前の版と違います。reworded にしてください。`,
      ),
    ),
    ...kept.map(({ item }) =>
      fault(
        bridge,
        item,
        'bridge-id',
        `${item} は前の版と同じ番号です。文言が変わった項目と新しい項目には、新しい番号を付けてください。`,
      ),
    ),
  ];
}

/** What is wrong with one bridge between two versions of a sheet. */
export function faultsOfBridge(bridge: Bridge, from: Sheet, to: Sheet): readonly Fault[] {
  return [...newerFaults(bridge, to), ...olderFaults(bridge, from), ...wordingFaultsOf(bridge, from, to)];
}

function ofBridge(catalogue: Catalogue, bridge: Bridge): readonly Fault[] {
  const [from, to] = [bridge.from, bridge.to].map((version) => findSheet(catalogue, bridge.sheet, version));
  if (!from || !to || from === to) {
    return [fault(bridge, undefined, 'bridge-version', '橋渡しの前後の版が、点検票にありません。')];
  }
  return faultsOfBridge(bridge, from, to);
}

/** Every version but the first has a way from the one before it: nobody is asked everything anew. */
function withoutBridge({ sheets, bridges }: Catalogue): readonly Fault[] {
  return sheets
    .filter((sheet) => {
      const older = sheets.some(({ id, version }) => id === sheet.id && compareVersions(version, sheet.version) < 0);
      return older && !bridges.some(({ sheet: id, to }) => id === sheet.id && to === sheet.version);
    })
    .map(({ id, version }) => {
      const message = `${id} ${version} には、前の版からの橋渡しがありません。bridge のフォルダに書いてください。`;
      return { sheet: `${id} ${version}`, code: 'catalogue/bridge-none', message };
    });
}

/**
 * What is wrong with the bridges: versions nobody published, items that stand in none or in two, words that differ where
 * nothing should have changed, and versions that no bridge leads to.
 */
export function bridgeFaults(catalogue: Catalogue): readonly Fault[] {
  const places = catalogue.bridges.map(placeOf);
  const twice = catalogue.bridges.filter((bridge, index) => places.indexOf(placeOf(bridge)) !== index);
  return [
    ...twice.map((bridge) => fault(bridge, undefined, 'bridge-twice', '同じ版の橋渡しが2つあります。')),
    ...catalogue.bridges.flatMap((bridge) => ofBridge(catalogue, bridge)),
    ...withoutBridge(catalogue),
  ];
}
