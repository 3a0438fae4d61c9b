import type { Kysely } from 'kysely';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { VendorForm } from '#core/compliance/vendor-form/vendor-form.ts';
import { dayInJapan, daysOfFiscalYear } from '#core/kernel/fiscal-year.ts';
import { addSystem, answerForm, askVendor, inForm, readSystems, sendForm } from '../../compliance/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };
type Vendor = {
  readonly words: { readonly vendor: string; readonly system: string; readonly contact: string };
  /** How many items were answered, which of them with いいえ, and whether they were sent. */
  readonly answered: number;
  readonly no: readonly string[];
  readonly sent: boolean;
};

/** Fictional vendors: one has answered, one is half-way, one has not begun. */
const vendors: readonly Vendor[] = [
  {
    words: { vendor: '青葉メディカルシステム', system: '電子カルテ', contact: '佐藤 健一' },
    answered: 13,
    no: ['R7-V-2-08', 'R7-V-2-10'],
    sent: true,
  },
  {
    words: { vendor: 'みどり医事', system: 'レセコン', contact: '鈴木 由美' },
    answered: 5,
    no: ['R7-V-2-03'],
    sent: false,
  },
  { words: { vendor: '港画像技研', system: '画像（PACS）', contact: '高橋 修' }, answered: 0, no: [], sent: false },
];

const dayMs = 24 * 60 * 60 * 1000;

const isThere = (form: VendorForm | null, { answered, sent }: Vendor): boolean =>
  form !== null && form.standing !== 'not-asked' && form.answered >= answered && (!sent || form.sentAt !== null);

/** The secret by which a vendor answers; undefined where it has done so already. */
function askedSecret({ db, catalogue }: Parts, opened: OpenedFacility, at: Date, vendor: Vendor) {
  const planner = holderOf(opened.members, 'planner');
  return actAs(db, opened.id, planner, async (as) => {
    const context = as(planner, at);
    const { systems } = await readSystems(context, catalogue);
    const known = systems.find(({ system }) => system === vendor.words.system);
    if (known && isThere(known.form, vendor)) return undefined;
    const { id: systemId } = known ?? (await addSystem(context, catalogue, { ...vendor.words, email: '' }));
    const { path } = await askVendor(context, catalogue, { systemId, byMail: false });
    return path.split('#')[1];
  });
}

/** The forms of the vendors of the leading hospital: asked for lately, so that the links are open still. */
export async function fillLeadingVendors(parts: Parts, opened: OpenedFacility, span: Span): Promise<void> {
  const { db, catalogue } = parts;
  const year = span.years[thisYear] ?? 0;
  const begin = momentIn(year, span.now, 0, 0).getTime();
  const daysAgo = (days: number) => new Date(Math.max(begin, span.now.getTime() - days * dayMs));
  const sheet = latestSheet(catalogue, 'checklist-vendor');
  const items = sheet ? itemsOf(sheet) : [];
  const door = { db, now: daysAgo(6) };
  const confirmedOn = dayInJapan(door.now);
  const { last } = daysOfFiscalYear(year);
  for (const vendor of vendors) {
    const secret = await askedSecret(parts, opened, daysAgo(12), vendor);
    if (secret === undefined) continue;
    for (const { id: itemId } of items.slice(0, vendor.answered)) {
      const isNo = vendor.no.includes(itemId);
      const said = isNo ? { value: 'no' as const, targetOn: last } : { value: 'yes' as const, targetOn: null };
      const change = { itemId, note: '', revision: 0, confirmedOn, ...said };
      await inForm(door, catalogue, secret, (form) => answerForm(form, change));
    }
    if (vendor.sent) await inForm(door, catalogue, secret, sendForm);
  }
}
