import type { FieldsByReason } from './facility-counts.ts';

const locked = 'identity/locked#retryAfterSeconds';

const session = 'proofs[] systemRoles[] facilities[].roles[] organisations[] organisations[].roles[]';

/** Of people and what they sign in by. */
export const ofPeople: FieldsByReason = {
  'what one person holds, and by what the person signs in': {
    'identity.session': session,
    'identity.signIn': `${session} identity/code-required#proofs[] ${locked}`,
    'identity.confirmSecondFactor': `${session} ${locked}`,
    'identity.setUp': session,
    'identity.acceptInvitation': session,
    'identity.joinFacility': session,
    'account.changePassword': `${session} ${locked}`,
    'account.confirmRenewal': `${session} ${locked}`,
    'passkey.signIn': `${session} ${locked}`,
    'sso.complete':
      'session.proofs[] session.systemRoles[] session.facilities[].roles[] session.organisations[] session.organisations[].roles[]',
    'account.read': 'secondFactors[] recoveryCodesLeft',
    'account.stepUp': `recoveryCodesLeft ${locked}`,
    'account.sessions': '[]',
    'account.makeRecoveryCodes': 'codes[]',
    'passkey.list': 'passkeys[]',
    'passkey.beginRegistration':
      'pubKeyCredParams[] pubKeyCredParams[].alg timeout excludeCredentials[] excludeCredentials[].transports[]',
    'passkey.beginSignIn': 'timeout allowCredentials[] allowCredentials[].transports[]',
    'passkey.beginStepUp': 'timeout allowCredentials[] allowCredentials[].transports[]',
  },
  'people of one place, their roles and keys': {
    'identity.readInvitation': 'roles[]',
    'identity.members': '[] [].roles[]',
    'identity.changeRoles': 'roles[]',
    'identity.invitations': '[] [].roles[]',
    'accessToken.list': '[] [].scopes[]',
    'activity.people': '[]',
    'organisations.members': '[] [].roles[]',
    'organisations.changeRoles': 'roles[]',
    'organisations.invitations': '[] [].roles[]',
    'sso.groups': 'groups[] groups[].roles[]',
  },
};
