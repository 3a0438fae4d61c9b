import { type Owner, ownerWords } from '#core/identity/owner.ts';
import { Tag } from '#web/ui/Tag.tsx';

type OwnerMarkProps = { readonly owner: Owner | null; readonly isOpen: boolean };

/** Who has something, in a list; marked where it is still to be done and was given to somebody who has left. */
export function OwnerMark({ owner, isOpen }: OwnerMarkProps) {
  if (owner === null) return null;
  const words = ownerWords(owner, isOpen);
  return words === owner.name ? <span>担当 {words}</span> : <Tag tone="attention">{words}</Tag>;
}
