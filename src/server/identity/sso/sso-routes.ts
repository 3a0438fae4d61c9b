import { implement } from '@orpc/server';
import { ssoContract } from '#core/identity/sso-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { signedIn } from '../signed-in.ts';
import { beginLink, beginSignIn, beginStepUp, readOwnSso, type SsoParts } from './begin-sso.ts';
import { addGroup, readGroups, removeGroup } from './change-groups.ts';
import { completeSso } from './complete-sso.ts';
import { readConnection, readOffered } from './connection-reads.ts';
import { endConnection } from './end-connection.ts';
import { listFacilityConnections, openToSso } from './open-facility.ts';
import { saveConnection } from './save-connection.ts';
import { unlinkAccount } from './unlink-account.ts';

/** Signing in by an organisation's identity provider, and who sets that up. */
export function ssoRoutes(parts: SsoParts) {
  const os = implement(ssoContract).$context<RequestContext>();
  return os.router({
    offered: os.offered.handler(({ context }) => readOffered(context)),
    begin: os.begin.handler(({ context, input }) => beginSignIn(context, parts, input.email)),
    complete: os.complete.handler(({ context, input }) => completeSso(context, parts, input)),
    own: os.own.handler(({ context }) => readOwnSso(context, signedIn(context))),
    link: os.link.handler(({ context }) => beginLink(context, parts, signedIn(context))),
    unlink: os.unlink.handler(({ context }) => unlinkAccount(context, signedIn(context))),
    stepUp: os.stepUp.handler(({ context }) => beginStepUp(context, parts, signedIn(context))),
    connection: os.connection.handler(({ context, input }) => readConnection(context, parts, input.organisationId)),
    save: os.save.handler(({ context, input }) => saveConnection(context, parts, input)),
    end: os.end.handler(({ context, input }) => endConnection(context, input.organisationId)),
    groups: os.groups.handler(({ context }) => context.inOrganisation(readGroups)),
    addGroup: os.addGroup.handler(({ context, input }) =>
      context.inOrganisation((organisation) => addGroup(organisation, input)),
    ),
    removeGroup: os.removeGroup.handler(({ context, input }) =>
      context.inOrganisation((organisation) => removeGroup(organisation, input.groupId)),
    ),
    atFacility: os.atFacility.handler(({ context }) => context.inFacility(listFacilityConnections)),
    open: os.open.handler(({ context, input }) => context.inFacility((facility) => openToSso(facility, input))),
  });
}
