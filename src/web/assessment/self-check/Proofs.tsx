import type { LinkTarget } from '#core/catalogue/contract.ts';
import type { Item } from '#core/catalogue/sheet.ts';

/** What links lead to, by `to` or `to@at` as the server keys them. */
export type Targets = Readonly<Record<string, LinkTarget>>;

/** What the question rests on and what would prove the answer, in one quiet line. */
export function Proofs({ item, targets }: { readonly item: Item; readonly targets: Targets }) {
  const links = item.links.flatMap(({ to, at }) => targets[at ? `${to}@${at}` : to] ?? []);
  if (links.length === 0 && item.evidence.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 text-help text-solid-gray-700">
      {links.map(({ label, text, certainty }) => (
        <li key={label} title={text}>
          {label}
          {certainty !== 'primary' && '（要確認）'}
        </li>
      ))}
      {item.evidence.length > 0 && <li>示せるもの：{item.evidence.join('、')}</li>}
    </ul>
  );
}
