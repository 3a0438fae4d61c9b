import { fieldFaults, refusalCode } from '#web/platform/refusal.ts';

/** Whether the link itself was refused: used up, too old, withdrawn, or cut short on its way. */
export function linkRefused(error: unknown): boolean {
  return refusalCode(error) === 'identity/link-not-usable' || 'token' in fieldFaults(error);
}
