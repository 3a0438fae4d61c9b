import type { Kysely } from 'kysely';
import { type Catalogue, latestSheets } from '#core/catalogue/catalogue.ts';
import { carryVendorConditions } from '#core/catalogue/vendor-condition.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { adoptedVersions, installedSheets } from './installed-repository.ts';
import { SheetNotHeld } from './sheet-not-held.ts';

/** What processes are told by when the installation decides about its content. */
export const contentNews = 'content';

/** The catalogue of this process, which follows what the installation decides while it runs. */
export type LivingCatalogue = {
  /** Always what is known now: it is read anew, never replaced. */
  readonly catalogue: Catalogue;
  /** Reads what the installation decided; fulfils once it is known here. */
  readonly refresh: () => Promise<void>;
  /** Whether work that failed may be tried again: it lacked a version that is known now. */
  readonly recover: (error: unknown) => Promise<boolean>;
};

/** What was published for the installation is never in use before somebody adopts it. */
const shippedVersions = (shipped: Catalogue) =>
  Object.fromEntries(latestSheets(shipped).map(({ id, version }) => [id, version]));

/** What comes with the product, together with what the installation has decided. */
async function installed(db: Kysely<Tables>, shipped: Catalogue): Promise<Catalogue> {
  const { adopted, own } = await asSystem(db, async (tx) => ({
    adopted: await adoptedVersions(tx),
    own: await installedSheets(tx),
  }));
  const isOwn = (id: string, version: string) => own.some(({ sheet }) => sheet.id === id && sheet.version === version);
  const sheets = [...shipped.sheets.filter(({ id, version }) => !isOwn(id, version)), ...own.map(({ sheet }) => sheet)];
  const bridges = [...shipped.bridges.filter(({ sheet, to }) => !isOwn(sheet, to)), ...own.map(({ bridge }) => bridge)];
  return {
    ...shipped,
    sheets: carryVendorConditions(sheets, bridges),
    bridges,
    adopted: { ...shippedVersions(shipped), ...adopted },
  };
}

export async function openCatalogue(db: Kysely<Tables>, shipped: Catalogue): Promise<LivingCatalogue> {
  let known = await installed(db, shipped);
  const refresh = async () => {
    known = await installed(db, shipped);
  };
  const catalogue: Catalogue = {
    get sheets() {
      return known.sheets;
    },
    get bridges() {
      return known.bridges;
    },
    get adopted() {
      return known.adopted;
    },
    provisional: shipped.provisional,
    guidelines: shipped.guidelines,
    words: shipped.words,
    risks: shipped.risks,
    templates: shipped.templates,
    feeRules: shipped.feeRules,
    auditGuides: shipped.auditGuides,
  };
  return {
    catalogue,
    refresh,
    recover: async (error) => {
      if (!(error instanceof SheetNotHeld)) return false;
      await refresh();
      return true;
    },
  };
}
