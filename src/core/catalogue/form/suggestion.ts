import { doubtOf } from '../doubt.ts';
import type { Provisional } from '../provisional.ts';
import { sameWording } from '../same-wording.ts';
import { type Item, itemsOf, type Sheet } from '../sheet.ts';
import type { FormLine } from './form-mapping.ts';
import { sharedWords, similarity } from './similarity.ts';

/** Something a line of a form may follow or belong to, and why it is thought so; a person confirms or refuses it. */
export type Suggestion = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** In Japanese, for the person who decides. */
  readonly reason: string;
  /** Set where the reason rests on something nobody could check. */
  readonly doubt: string | null;
};

/** What is searched: an item or a clause. */
export type Candidate = { readonly id: string; readonly label: string; readonly text: string };

const leastAlike = 0.25;
const mostSuggestions = 3;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function reasonOf(text: string, candidate: Candidate, alike: number): string {
  const words = sharedWords(text, candidate.text).slice(0, 4);
  const shared = words.length > 0 ? `。共通の言葉：${words.map((word) => `「${word}」`).join('')}` : '';
  return `言葉が近い（${percent(alike)}）${shared}`;
}

/** The candidates whose words are nearest to a text, the nearest first. */
export function nearest(text: string, candidates: readonly Candidate[]): readonly Suggestion[] {
  return candidates
    .map((candidate) => ({ candidate, alike: similarity(text, candidate.text) }))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, mostSuggestions)
    .map(({ candidate, alike }) => ({ ...candidate, reason: reasonOf(text, candidate, alike), doubt: null }));
}

const plainNumber = (label: string): string =>
  label
    .normalize('NFKC')
    .replaceAll(/[^0-9]/g, ' ')
    .trim()
    .replaceAll(/\s+/g, '-');

const candidateOf = ({ id, label = id, text }: Item): Candidate => ({ id, label, text });

/** The number of a line within its section: 「2」 and 「③」 are 「2-3」. */
export function numberOfLine({ section, label }: Pick<FormLine, 'section' | 'label'>): string {
  const number = plainNumber(label);
  if (number.includes('-')) return number;
  const [head] = plainNumber(section).split('-');
  return head ? `${head}-${number}` : number;
}

/** The number of a line as it stands in a published form: 「⑦」 under 「2　管理・運用」 is 「2-⑦」. */
export function labelOfLine({ section, label }: Pick<FormLine, 'section' | 'label'>): string {
  const [head] = plainNumber(section).split('-');
  return head && label !== '' && !plainNumber(label).includes('-') ? `${head}-${label}` : label;
}

/** What the provisional list thinks the line follows, by its number: never more than a hint. */
function provisionalFor(number: string, earlier: Sheet, provisional: Provisional | undefined): readonly Suggestion[] {
  const items = new Map(itemsOf(earlier).map((item) => [item.id, item]));
  return (provisional?.rows ?? []).flatMap(({ from, note, certainty }) => {
    const item = items.get(from);
    if (!item || plainNumber(item.label ?? '') !== number) return [];
    return [{ ...candidateOf(item), reason: `仮の一覧にある番号（${note}）`, doubt: doubtOf({ certainty }) }];
  });
}

/**
 * Which items of the version before a line may follow: the same words, the same number, what the provisional list says, the
 * nearest words. Each id once, with the strongest reason.
 */
export function earlierFor(
  line: Pick<FormLine, 'section' | 'label' | 'text'>,
  earlier: Sheet,
  provisional: Provisional | undefined,
): readonly Suggestion[] {
  const candidates = itemsOf(earlier).map(candidateOf);
  const number = numberOfLine(line);
  const same = candidates.filter(({ text }) => sameWording(text, line.text));
  const numbered = candidates.filter(({ label }) => number !== '' && plainNumber(label) === number);
  const all: readonly Suggestion[] = [
    ...same.map((candidate) => ({ ...candidate, reason: '文言が同じ', doubt: null })),
    ...provisionalFor(number, earlier, provisional),
    ...numbered.map((candidate) => ({ ...candidate, reason: `番号が同じ（${candidate.label}）`, doubt: null })),
    ...nearest(line.text, candidates),
  ];
  return all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
    .slice(0, mostSuggestions + 1);
}
