import type { LinkTarget } from '#core/catalogue/contract.ts';
import type { Item } from '#core/catalogue/sheet.ts';
import { LinkNote } from './LinkNote.tsx';

/** What links lead to, by `to` or `to@at` as the server keys them. */
export type Targets = Readonly<Record<string, LinkTarget>>;

type ProofsProps = {
  readonly item: Item;
  readonly targets: Targets;
  /** Where the question comes from stands above all of them already. */
  readonly sourceTold?: boolean;
};

/** What the question rests on and what would prove the answer, in one quiet line. */
export function Proofs({ item, targets, sourceTold = false }: ProofsProps) {
  const source = sourceTold ? undefined : item.source;
  const links = item.links.flatMap(({ to, at }) => targets[at ? `${to}@${at}` : to] ?? []);
  if (links.length === 0 && item.evidence.length === 0 && !source) return null;
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-x-2 text-help text-solid-gray-700 max-sm:gap-x-5 sm:[&>li:not(:first-child)]:before:mr-2 sm:[&>li:not(:first-child)]:before:text-solid-gray-420 sm:[&>li:not(:first-child)]:before:content-['／'/'']">
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
