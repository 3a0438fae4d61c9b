import type { Fault } from '../../kernel/contract.ts';
import type { Bridge, BridgedItem } from '../bridge.ts';
import { sameWording } from '../same-wording.ts';
import { type Area, type Item, itemsOf, type Sheet, type SheetId } from '../sheet.ts';
import { appendixId } from './appendix.ts';
import type { DraftItem } from './form-shape.ts';

/** The file a form was read from, and whether its hash is one of the known. */
export type FormFile = { readonly name: string; readonly sha256: string; readonly known: boolean };

export type FormToPublish = {
  /** The version in use, whose items the new ones follow. */
  readonly earlier: Sheet;
  readonly version: string;
  /** Day of publication for the installation, 「2026-11-27」. */
  readonly published: string;
  readonly file: FormFile;
  readonly items: readonly DraftItem[];
};

const letters: Readonly<Partial<Record<SheetId, string>>> = {
  'checklist-institution': 'H',
  'checklist-pharmacy': 'P',
  'checklist-vendor': 'V',
};

/** The forms of the ministry that can be read from a workbook. */
export const officialForms = [
  'checklist-institution',
  'checklist-pharmacy',
  'checklist-vendor',
  appendixId,
] as const satisfies SheetId[];

const fault = ({ row, label }: DraftItem, code: string, message: string): Fault => ({
  row: row + 1,
  item: label,
  code,
  message: `${row + 1}行目${label && `（${label}）`}：${message}`,
});

function faultsOf(item: DraftItem, items: readonly DraftItem[], earlier: ReadonlyMap<string, Item>): readonly Fault[] {
  const { change, from, text } = item;
  if (change === null) return [fault(item, 'form-undecided', '前の版の項目との関係を選んでください。')];
  if (change === 'new') return [];
  const before = from === null ? undefined : earlier.get(from);
  if (!before) return [fault(item, 'form-without-earlier', 'どの項目から続くかを選んでください。')];
  if (change === 'reworded') return [];
  const twice = items.some((other) => other !== item && other.change === 'unchanged' && other.from === from);
  return [
    ...(sameWording(text, before.text)
      ? []
      : [
          fault(
            item,
            'form-wording',
            '「変わらない」なら、前の文言のままにしてください。違う文言なら「文言が変わった」を選んでください。',
          ),
        ]),
    ...(twice
      ? [fault(item, 'form-twice', `「変わらない」の元（${before.label ?? before.id}）が、ほかの項目と同じです。`)]
      : []),
  ];
}

/** The number of a section: the one it begins with, or the next that is free. */
function sectionNumber(title: string, taken: readonly number[]): number {
  const written = Number(/^\d{1,2}/.exec(title.normalize('NFKC'))?.[0] ?? (title === '' ? 0 : Number.NaN));
  return Number.isNaN(written) || taken.includes(written) ? Math.max(0, ...taken) + 1 : written;
}

const helpOfNew = {
  meaning: '国の様式で新しく加わった項目です。くわしくは、様式の手引きを見てください。',
  goodExample: '様式の手引きにある例を見て、自分の施設で行っていることを確かめてから答えます。',
  commonMistake: '手引きを見ずに、項目の文だけで答えてしまうことがあります。',
};

function doubtIn({ doubtful }: DraftItem, { known }: FormFile): Pick<Item, 'certainty' | 'unverified'> {
  if (doubtful)
    return {
      certainty: 'unverified',
      unverified: '読み込んだときに要確認とされました。国の様式の原文を見てください。',
    };
  if (known) return { certainty: 'primary' };
  return {
    certainty: 'unverified',
    unverified: '元のファイルが、確かめてある一覧のファイルと一致しません。国の様式の原文を見てください。',
  };
}

function itemOf(id: string, draft: DraftItem, before: Item | undefined, file: FormFile): Item {
  const { label, text, goal, equipment } = draft;
  return {
    id,
    ...(label && { label }),
    text,
    help: before?.help ?? helpOfNew,
    evidence: before?.evidence ?? ['確かめた記録'],
    links: draft.clauses.map((to) => ({ to, relation: 'related' as const })),
    items: draft.questions.map((question) => ({ ...question })),
    ...(goal && { target: goal }),
    ...(equipment && { equipment }),
    ...(draft.needsVendor !== null && { needsVendor: draft.needsVendor }),
    ...(before?.respondent && { respondent: before.respondent }),
    ...doubtIn(draft, file),
    source: `${file.name} ${draft.row + 1}行目`,
  };
}

type Built = { readonly area: Area; readonly bridged: readonly BridgedItem[] };

const bridgedOf = (item: string, { change, from }: DraftItem): BridgedItem =>
  change === 'new' || change === null || from === null ? { item, change: 'new' } : { item, change, from };

/** What the ids of a version begin with: 「R8-1」 of R8.1; of the 別紙 as clauses of its part are called, 「ENT70」 of 7.0. */
const prefixOf = (id: SheetId, version: string): string =>
  id === appendixId ? `ENT${version.replaceAll(/[^0-9]/g, '')}` : version.replaceAll('.', '-');

function built({ earlier, version, file, items }: FormToPublish): readonly Built[] {
  const before = new Map(itemsOf(earlier).map((item) => [item.id, item]));
  const prefix = prefixOf(earlier.id, version);
  const titles = [...new Set(items.map(({ section }) => section))];
  const taken: number[] = [];
  return titles.map((title) => {
    const number = sectionNumber(title, taken);
    taken.push(number);
    const made = items
      .filter(({ section }) => section === title)
      .map((draft, index) => {
        const letter = letters[earlier.id];
        const id = [prefix, ...(letter ? [letter] : []), number, String(index + 1).padStart(2, '0')].join('-');
        return { item: itemOf(id, draft, before.get(draft.from ?? ''), file), bridged: bridgedOf(id, draft) };
      });
    const area = { id: `${prefix}-${number}`, title: title || '入口', about: '国の様式の区分です。', measures: [] };
    return { area: { ...area, items: made.map(({ item }) => item) }, bridged: made.map(({ bridged }) => bridged) };
  });
}

/**
 * The version of the checklist that a reviewed form becomes, with the bridge from the version in use; or everything that keeps it
 * from being published. Codes: `form-no-items`, `form-undecided`, `form-without-earlier`, `form-wording`, `form-twice`.
 */
export function publishedForm(
  form: FormToPublish,
): { readonly sheet: Sheet; readonly bridge: Bridge } | { readonly faults: readonly Fault[] } {
  const { earlier, version, published, file } = form;
  const items = form.items.filter(({ dropped }) => !dropped);
  const before = new Map(itemsOf(earlier).map((item) => [item.id, item]));
  if (items.length === 0)
    return { faults: [{ code: 'form-no-items', message: '項目が一つもありません。項目の行を選んでください。' }] };
  const faults = items.flatMap((item) => faultsOf(item, items, before));
  if (faults.length > 0) return { faults };
  const parts = built({ ...form, items });
  const bridged = parts.flatMap((part) => part.bridged);
  const followed = new Set(bridged.flatMap((one) => (one.change === 'new' ? [] : [one.from])));
  const gate = bridged.find((one) => one.change !== 'new' && one.from === earlier.gate)?.item;
  const { id, title, respondent, scale } = earlier;
  const words = {
    description: `${version}版 ${items.length}項目`,
    notice: `国の様式（${file.name}）を、このまもりのシステム管理者が読み込んだもの`,
    basis: [`${file.name}（SHA-256 ${file.sha256}）`],
  };
  const areas = parts.map(({ area }) => area);
  return {
    sheet: { id, version, title, respondent, scale, published, ...words, ...(gate && { gate }), areas },
    bridge: {
      sheet: id,
      from: earlier.version,
      to: version,
      items: bridged,
      dropped: [...before.keys()].filter((one) => !followed.has(one)),
    },
  };
}
