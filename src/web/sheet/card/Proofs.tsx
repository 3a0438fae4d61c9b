import type { LinkTarget } from '#core/catalogue/contract.ts';
import type { Item } from '#core/catalogue/sheet.ts';
import { type CommonNotes, isDoubtTold, nothingCommon } from '../common-notes.ts';
import { LinkNote } from './LinkNote.tsx';

/** What links lead to, by `to` or `to@at` as the server keys them. */
export type Targets = Readonly<Record<string, LinkTarget>>;

type ProofsProps = {
  readonly item: Item;
  readonly targets: Targets;
  /** What is said above the questions already. */
  readonly told?: CommonNotes;
};

/** What the question rests on and what would prove the answer, in one quiet line. */
export function Proofs({ item, targets, told = nothingCommon }: ProofsProps) {
  const source = isDoubtTold(item, told) && told.source !== null ? undefined : item.source;
  const links = item.links.flatMap(({ to, at }) => targets[at ? `${to}@${at}` : to] ?? []);
  if (links.length === 0 && item.evidence.length === 0 && !source) return null;
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-x-2 text-help text-solid-gray-700 max-sm:gap-x-5 sm:[&>li:not(:last-child)]:after:ml-2 sm:[&>li:not(:last-child)]:after:text-solid-gray-420 sm:[&>li:not(:last-child)]:after:content-['／'/'']">
      {links.map((target) => (
        <li key={target.label}>
          <LinkNote target={target} />
        </li>
      ))}
      {item.evidence.length > 0 && <li>証跡：{item.evidence.join('、')}</li>}
      {source && <li>出典：{source}</li>}
    </ul>
  );
}
