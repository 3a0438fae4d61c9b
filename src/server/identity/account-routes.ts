import { implement } from '@orpc/server';
import { accountContract } from '#core/identity/account-contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { listOwnSessions, readAccount } from './account-reads.ts';
import { beginRenewal } from './begin-renewal.ts';
import { changePassword } from './change-password.ts';
import { chooseNotices } from './choose-notices.ts';
import { confirmRenewal } from './confirm-renewal.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { hashingLine } from './hashing-line.ts';
import { issueAdministratorResetLink } from './issue-administrator-reset-link.ts';
import { issueResetLink } from './issue-reset-link.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { relyingPartyOf } from './passkey/relying-party.ts';
import { requestReset } from './request-reset.ts';
import { readResetLink, resetPassword } from './reset-password.ts';
import type { SecretBox } from './secret-box.ts';
import { signedIn } from './signed-in.ts';
import { stepUp } from './step-up.ts';

const os = implement(accountContract).$context<RequestContext>();

/** What lets a person in again who lost the password. */
function wayBackRoutes(hashing: ReturnType<typeof hashingLine>) {
  return {
    issueResetLink: os.issueResetLink.handler(({ context, input }) =>
      context.inFacility((facility) => issueResetLink(facility, input)),
    ),
    issueAdministratorResetLink: os.issueAdministratorResetLink.handler(({ context, input }) =>
      issueAdministratorResetLink(context, signedIn(context), input),
    ),
    requestReset: os.requestReset.handler(({ context, input }) => requestReset(context, input.email)),
    readResetLink: os.readResetLink.handler(({ context, input }) => readResetLink(context, input.token)),
    resetPassword: os.resetPassword.handler(({ context, input }) => resetPassword(context, hashing, input)),
  };
}

/** A person's own account, and the ways back into it. */
export function accountRoutes({ box, address }: { readonly box: SecretBox; readonly address: () => string }) {
  const hashing = hashingLine();
  const party = () => relyingPartyOf(address());
  return os.router({
    read: os.read.handler(({ context }) => readAccount(context, signedIn(context))),
    stepUp: os.stepUp.handler(({ context, input }) =>
      stepUp(context, signedIn(context), { box, hashing, party }, input),
    ),
    changePassword: os.changePassword.handler(({ context, input }) =>
      changePassword(context, signedIn(context), hashing, input),
    ),
    sessions: os.sessions.handler(({ context }) => listOwnSessions(context, signedIn(context))),
    endSession: os.endSession.handler(({ context, input }) => endSession(context, signedIn(context), input.sessionId)),
    endOtherSessions: os.endOtherSessions.handler(({ context }) => endOtherSessions(context, signedIn(context))),
    chooseNotices: os.chooseNotices.handler(({ context, input }) =>
      chooseNotices(context, signedIn(context), input.work),
    ),
    makeRecoveryCodes: os.makeRecoveryCodes.handler(({ context }) => makeRecoveryCodes(context, signedIn(context))),
    beginRenewal: os.beginRenewal.handler(({ context }) => beginRenewal(context, signedIn(context), box)),
    confirmRenewal: os.confirmRenewal.handler(({ context, input }) =>
      confirmRenewal(context, signedIn(context), box, input.code),
    ),
    ...wayBackRoutes(hashing),
  });
}
