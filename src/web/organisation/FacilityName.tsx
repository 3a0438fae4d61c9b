import { hasPrivateUse, privateUseNote, shown } from '#core/kernel/private-use.ts';

/** A facility's name as it can be drawn. */
export const drawnName = shown;

/** Says what 〓 stands for, where one of the texts holds it. */
export function PrivateUseNote({ texts }: { readonly texts: readonly string[] }) {
  if (!texts.some(hasPrivateUse)) return null;
  return <p className="text-note text-solid-gray-700">{privateUseNote}</p>;
}
