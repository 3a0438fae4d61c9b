import { z } from 'zod';

/** Whom something is given to at a facility; `left`: no longer a member, so that nobody has it. */
export const ownerSchema = z.object({ id: z.uuid(), name: z.string(), left: z.boolean() });
export type Owner = z.infer<typeof ownerSchema>;

/**
 * Who has something, in words; empty where it was given to nobody. Of what is still to be done and was given to somebody who has left
 * they say that nobody has it.
 */
export function ownerWords(owner: Owner | null, isOpen: boolean): string {
  if (owner === null) return '';
  if (!(owner.left && isOpen)) return owner.name;
  return owner.name === '' ? '担当がいません' : `担当がいません（元の担当 ${owner.name}）`;
}
