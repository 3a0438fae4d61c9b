import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { findSecretOf } from './person-repository.ts';
import type { Subjects } from './sign-in-repository.ts';
import { admitTry } from './sign-in-tries.ts';

/**
 * Tries of a person signed in already are counted by their session alone: nobody who fails to sign in as a colleague
 * closes this way to them, and failing here closes no way to sign in.
 */
export function proofSubjects({ tokenHash }: Actor): Subjects {
  const here = `session ${tokenHash.toString('hex')}`;
  return { account: here, here };
}

/** Counts a try to prove who one is before it is looked at, and gives what it is compared with; refused while locked. */
export const admitProof = ({ db, now }: RequestContext, actor: Actor) =>
  asSystem(db, async (tx) => {
    await admitTry(tx, proofSubjects(actor), now, { known: true, actor: actor.personId });
    return findSecretOf(tx, actor.personId);
  });
