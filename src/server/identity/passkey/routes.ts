import { implement } from '@orpc/server';
import { passkeyContract } from '#core/identity/passkey-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { signedIn } from '../signed-in.ts';
import { beginRegistration } from './begin-registration.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { beginStepUp } from './begin-step-up.ts';
import { listPasskeys } from './list-passkeys.ts';
import { registerPasskey } from './register-passkey.ts';
import { relyingPartyOf } from './relying-party.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';

/** The contract of passkeys; `address` is where people reach this installation, known once it listens. */
export function passkeyRoutes({ address }: { readonly address: () => string }) {
  const os = implement(passkeyContract).$context<RequestContext>();
  const party = () => relyingPartyOf(address());
  return os.router({
    list: os.list.handler(({ context }) => listPasskeys(context, signedIn(context), party)),
    beginRegistration: os.beginRegistration.handler(({ context }) =>
      beginRegistration(context, signedIn(context), party),
    ),
    register: os.register.handler(({ context, input }) => registerPasskey(context, signedIn(context), party, input)),
    rename: os.rename.handler(({ context, input }) => renamePasskey(context, signedIn(context), input)),
    remove: os.remove.handler(({ context, input }) => removePasskey(context, signedIn(context), input.passkeyId)),
    beginSignIn: os.beginSignIn.handler(({ context }) => beginSignIn(context, party)),
    signIn: os.signIn.handler(({ context, input }) => signInWithPasskey(context, party, input.credential)),
    beginStepUp: os.beginStepUp.handler(({ context }) => beginStepUp(context, signedIn(context), party)),
  });
}
