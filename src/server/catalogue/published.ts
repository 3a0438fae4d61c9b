import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bridge } from '#core/catalogue/bridge.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Guideline } from '#core/catalogue/guideline.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { vendorItems, withoutVendorCondition } from '#core/catalogue/vendor-condition.ts';
import type { Fault } from '#core/kernel/contract.ts';

const publishedSchema = z.record(z.string(), z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)));

/** Id of sheet or guideline → version → SHA-256 of what was published, as `content/published.json` keeps it. */
export type Published = z.infer<typeof publishedSchema>;

/** JSON with the keys of every object in one order, so that the same content gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** SHA-256 of a sheet with its scale and areas; comments and layout of the files do not count. */
export function sheetHash(sheet: Sheet): string {
  return hashOf(sheet);
}

/** SHA-256 of all a guideline says; which questions decide a clause is left out, as the pinned sheets say it too. */
export function guidelineHash(guideline: Guideline): string {
  const chapters = guideline.chapters.map(({ clauses, ...chapter }) => {
    return { ...chapter, clauses: clauses.map(({ items: _items, ...clause }) => clause) };
  });
  return hashOf({ ...guideline, chapters });
}

/** What has been published so far; nothing where the file does not exist yet. */
export function readPublished(root: string): Published {
  const file = join(root, 'published.json');
  return existsSync(file) ? publishedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

export function writePublished(root: string, published: Published): void {
  writeFileSync(join(root, 'published.json'), `${JSON.stringify(published, null, 2)}\n`);
}

/** What a pinned version is called, and where its changes go. */
type Kind = { readonly name: string; readonly way: string };
type Pin = { readonly id: string; readonly version: string; readonly hash: string; readonly kind: Kind };

const sheetKind: Kind = { name: '点検票', way: '変更は新しい版のフォルダに作ってください' };
const conditionKind: Kind = {
  name: '条件（事業者との契約が無ければ要らない項目）',
  way: '変更は新しい版のフォルダに作ってください',
};
const textKind: Kind = { name: '文案・要件', way: '変更は新しい版のファイルに作ってください' };
const riskKind: Kind = { name: 'リスクの案', way: '変更は次の版のファイルに作ってください' };
const bridgeKind: Kind = { name: '橋渡し', way: '直すには、次の版の点検票とその橋渡しを作ってください' };
const guidelineKind: Kind = { name: 'ガイドライン', way: '変更は次の版のファイルから載せてください' };

const guideKind: Kind = { name: '監査の手引き', way: '変更は新しい版のファイルに作ってください' };

/** How a bridge is named among the pins: by its sheet and the version it comes from. */
const bridgeId = ({ sheet, from }: Bridge): string => `bridge/${sheet}/${from}`;

function pinsOf({ sheets, bridges, guidelines, risks, templates, feeRules, auditGuides }: Catalogue): readonly Pin[] {
  return [
    ...sheets.map((sheet) => {
      const { id, version } = sheet;
      return { id, version, hash: sheetHash(withoutVendorCondition(sheet)), kind: sheetKind };
    }),
    ...sheets
      .filter((sheet) => vendorItems(sheet).length > 0)
      .map((sheet) => {
        const { id, version } = sheet;
        return { id: `needs-vendor/${id}`, version, hash: hashOf(vendorItems(sheet)), kind: conditionKind };
      }),
    ...bridges.map((bridge) => {
      return { id: bridgeId(bridge), version: bridge.to, hash: hashOf(bridge), kind: bridgeKind };
    }),
    ...guidelines.map((guideline) => {
      const { id, version } = guideline;
      return { id, version, hash: guidelineHash(guideline), kind: guidelineKind };
    }),
    ...risks.map((guide) => ({ id: guide.id, version: guide.version, hash: hashOf(guide), kind: riskKind })),
    ...[...templates, ...feeRules].map((text) => {
      return { id: text.id, version: text.version, hash: hashOf(text), kind: textKind };
    }),
    ...auditGuides.map((guide) => ({ id: guide.id, version: guide.version, hash: hashOf(guide), kind: guideKind })),
  ];
}

function pinFault({ id, version, hash, kind }: Pin, pinned: string | undefined): readonly Fault[] {
  const sheet = `${id} ${version}`;
  if (pinned === hash) return [];
  if (pinned === undefined) {
    const message = `${sheet} はまだ published.json にありません。内容が決まったら npm run -s pin-content で固定してください。`;
    return [{ sheet, code: 'catalogue/not-pinned', message }];
  }
  const message = `公開した${kind.name} ${sheet} の内容が変わっています。元に戻し、${kind.way}。`;
  return [{ sheet, code: 'catalogue/published-changed', message }];
}

function goneFault(sheet: string): Fault {
  const message = `公開した ${sheet} がありません。この版による回答や結果が残っているため、消さずに戻してください。`;
  return { sheet, code: 'catalogue/published-gone', message };
}

/** Published versions of sheets, guidelines, templates and fee rules that were changed or removed, and versions not pinned yet. */
export function publishedFaults(catalogue: Catalogue, published: Published): readonly Fault[] {
  const pins = pinsOf(catalogue);
  const present = new Set(pins.map(({ id, version }) => `${id} ${version}`));
  const pinned = Object.entries(published).flatMap(([id, versions]) => Object.keys(versions).map((v) => `${id} ${v}`));
  return [
    ...pinned.filter((version) => !present.has(version)).map(goneFault),
    ...pins.flatMap((pin) => pinFault(pin, published[pin.id]?.[pin.version])),
  ];
}

/** The same record with every version added that it did not know; what was pinned stays as it was. */
export function addPins(catalogue: Catalogue, published: Published): Published {
  const pins = pinsOf(catalogue);
  const ids = [...new Set([...Object.keys(published), ...pins.map(({ id }) => id)])].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const found = pins.filter((pin) => pin.id === id).map(({ version, hash }) => [version, hash]);
      return [id, { ...Object.fromEntries(found), ...published[id] }];
    }),
  );
}
