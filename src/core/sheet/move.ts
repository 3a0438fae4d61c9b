import type { Role } from '../identity/role.ts';
import type { RunStatus } from './run.ts';
import type { RunPurpose } from './run-purpose.ts';

type MovableRun = {
  readonly status: RunStatus;
  readonly purpose: RunPurpose;
  readonly executiveId: string | null;
  readonly sheetVersion: string;
};

/** Who may have a run go over to a newer version: the safety manager the facility's own and those of vendors, an executive the own one. */
export function mayMove(
  { purpose, executiveId }: Pick<MovableRun, 'purpose' | 'executiveId'>,
  person: { readonly id: string; readonly roles: readonly Role[] },
): boolean {
  if (purpose === 'own' || purpose === 'vendor') return person.roles.includes('safety-manager');
  return purpose === 'executive' && executiveId === person.id && person.roles.includes('executive');
}

export type Move =
  | { readonly kind: 'move' }
  | { readonly kind: 'moved-already' }
  | { readonly kind: 'refused'; readonly reason: 'not-allowed' | 'sheet/run-locked' | 'sheet/no-newer-version' };

/**
 * Whether a run goes over to a version: an open one, to the version new runs begin with, where a bridge leads there. Asked for
 * the version it has already, nothing is done.
 */
export function decideMove(
  run: MovableRun,
  to: {
    readonly version: string;
    readonly current: string | undefined;
    readonly bridged: boolean;
    readonly may: boolean;
  },
): Move {
  if (!to.may) return { kind: 'refused', reason: 'not-allowed' };
  if (run.status === 'submitted') return { kind: 'refused', reason: 'sheet/run-locked' };
  if (to.version === run.sheetVersion) return { kind: 'moved-already' };
  const possible = to.bridged && to.version === to.current;
  return possible ? { kind: 'move' } : { kind: 'refused', reason: 'sheet/no-newer-version' };
}
