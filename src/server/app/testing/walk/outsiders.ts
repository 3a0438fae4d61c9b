import { isOpenToTokens, scopes } from '#core/identity/access-token.ts';
import { type FacilityRole, facilityRoles, may, organisationRoles, type Role } from '#core/identity/role.ts';
import type { Access } from '#core/kernel/contract.ts';
import { addProgram } from '../../../identity/testing/add-access-token.ts';
import type { Endpoint } from '../../../platform/http/endpoints.ts';
import type { Holder } from '../fixture.ts';
import { holderOf } from '../holder.ts';
import { addBrowser, addMember, addSignedIn, type TestPerson } from '../world.ts';
import { formerlyInside } from './formerly-inside.ts';
import { type Guarded, type Outsider, type Place, refusals } from './outsider.ts';
import { letIn, otherScopes } from './supporters.ts';

const hourMs = 60 * 60 * 1000;

/** Whoever of the world may call: the holder of each permitted role, else the one the call was made ready for. */
function allowed({ world }: Place, access: Guarded, as: Holder): readonly (readonly [Holder, TestPerson])[] {
  const roles = permittedRoles(access);
  return (roles.length > 0 ? roles : [as]).flatMap((role) => {
    const person = holderOf(role, world);
    return person ? [[role, person] as const] : [];
  });
}

/** Somebody who may, whose session is over. */
async function withoutSession({ server }: Place, role: Holder, person: TestPerson): Promise<readonly Outsider[]> {
  const now = server.clock.now.getTime();
  const expired = await addBrowser(server, person, { expires_at: new Date(now) });
  const idle = await addBrowser(server, person, { seen_at: new Date(now - hourMs) });
  const ended = { ...person, cookie: `${person.cookie}x` };
  return [
    { who: `${role} with an expired session`, person: expired, refusal: refusals.signIn },
    { who: `${role} with a session unused for an hour`, person: idle, refusal: refusals.signIn },
    { who: `${role} with a session that is none`, person: ended, refusal: refusals.signIn },
  ];
}

/** A session that has the password behind it and not yet the code opens nothing but what leads to the code. */
async function withoutSecondFactor(
  { server, world }: Place,
  access: Guarded,
  as: Holder,
): Promise<readonly Outsider[]> {
  if (access.kind === 'person' && access.beforeSecondFactor) return [];
  const person = await addSignedIn(server, '確認コードの前の人', ['system-administrator'], false);
  if (access.kind === 'facility') await addMember(server, world.here.id, person.id, [as as FacilityRole]);
  return [{ who: 'a session without its second factor', person, refusal: refusals.secondFactor }];
}

/** Who proved to be there too long ago does nothing dangerous, though the session is open. */
async function withoutStepUp({ server }: Place, access: Guarded, person: TestPerson): Promise<readonly Outsider[]> {
  if (!access.stepUp) return [];
  const stepped_up_at = new Date(server.clock.now.getTime() - hourMs / 6);
  const stale = await addBrowser(server, person, { stepped_up_at });
  return [{ who: 'a session that proved ten minutes ago to be there', person: stale, refusal: refusals.stepUp }];
}

/** Roles that may call, at a facility or in an organisation above. */
export function permittedRoles(access: Access): readonly Role[] {
  if (access.kind === 'facility') return facilityRoles.filter((role) => may([role], access.permission));
  if (access.kind === 'organisation') return organisationRoles.filter((role) => may([role], access.permission));
  return [];
}

function refusedRoles(access: Guarded): readonly Role[] {
  if (access.kind === 'system') return [...facilityRoles, ...organisationRoles];
  if (access.kind === 'person') return [];
  const permitted = permittedRoles(access);
  return (access.kind === 'facility' ? facilityRoles : organisationRoles).filter((role) => !permitted.includes(role));
}

const withoutRight = ({ world }: Place, access: Guarded): readonly Outsider[] =>
  refusedRoles(access).map((role) => ({ who: role, person: holderOf(role, world), refusal: refusals.right }));

function ofElsewhere({ world }: Place, access: Guarded): readonly Outsider[] {
  const { here, elsewhere, otherNetwork, administrator } = world;
  const stranger = (who: string, person: TestPerson) => ({ who, person, refusal: refusals.place });
  const above = organisationRoles.map((role) => stranger(`${role} of another organisation`, otherNetwork.people[role]));
  const own = stranger('system administrator', administrator);
  if (access.kind === 'organisation') {
    return [...above, ...facilityRoles.map((role) => stranger(`${role} of a facility`, here.people[role])), own];
  }
  if (access.kind !== 'facility') return [];
  return [
    ...above,
    ...facilityRoles.map((role) => stranger(`${role} of another facility`, elsewhere.people[role])),
    own,
  ];
}

/** A supporter let in to everything but what opens the endpoint. */
async function withoutScope({ server, world }: Place, access: Guarded): Promise<readonly Outsider[]> {
  if (access.kind !== 'facility') return [];
  const scope = otherScopes(access.permission);
  if (scope.length === 0) return [];
  const person = await letIn(server, world.here, scope);
  return [{ who: `a supporter let in to ${scope.join(' ')}`, person, refusal: refusals.right }];
}

/** A program of somebody at a facility, with a key that is over. */
async function withDeadKey({ server, world: { here } }: Place, who: string, person: TestPerson) {
  const now = server.clock.now;
  const key = (what: string, program: TestPerson): Outsider => ({
    who: `${who} by ${what}`,
    person: program,
    refusal: refusals.key,
  });
  return [
    key('a revoked key', await addProgram(server, here, person, { scopes, revokedAt: now })),
    key('an expired key', await addProgram(server, here, person, { scopes, expiresAt: now })),
    key('a key that is none', { ...person, authorization: `Bearer mamori_${'x'.repeat(43)}` }),
  ];
}

/** Outside of a facility no key opens anything, be it live or over. */
async function withAnyKey(place: Place, access: Guarded): Promise<readonly Outsider[]> {
  const { here } = place.world;
  const keeper = here.people['facility-administrator'];
  const refusal = access.kind === 'organisation' ? refusals.place : refusals.keyScope;
  const live = { who: 'a program', person: await addProgram(place.server, here, keeper, { scopes }), refusal };
  return [live, ...(await withDeadKey(place, 'a program', keeper))];
}

/** Programs of a role that may, with keys that are over, of other scopes or of another facility. */
async function withoutKey(place: Place, access: Guarded, role: FacilityRole): Promise<readonly Outsider[]> {
  if (access.kind !== 'facility') return [];
  const { here, elsewhere } = place.world;
  const others = isOpenToTokens(access)
    ? scopes.filter((scope) => scope !== access.permission)
    : [...scopes, access.permission];
  const lower = await addProgram(place.server, here, here.people[role], { scopes: others });
  const stranger = await addProgram(place.server, elsewhere, elsewhere.people[role], { scopes });
  return [
    ...(await withDeadKey(place, role, here.people[role])),
    { who: `${role} by a key of other scopes`, person: lower, refusal: refusals.keyScope },
    { who: `${role} by a key of another facility`, person: stranger, refusal: refusals.place },
  ];
}

/** Each role that may, and yet has no session or key that opens. */
async function withoutProof(place: Place, access: Guarded, as: Holder): Promise<readonly Outsider[]> {
  const outsiders: Outsider[] = [{ who: 'nobody', person: undefined, refusal: refusals.signIn }];
  for (const [role, person] of allowed(place, access, as)) {
    outsiders.push(...(await withoutSession(place, role, person)));
    outsiders.push(...(await withoutKey(place, access, role as FacilityRole)));
  }
  return access.kind === 'facility' ? outsiders : [...outsiders, ...(await withAnyKey(place, access))];
}

/** Everybody an endpoint is closed to, whoever may call it: made anew for each, on the world the call was made ready in. */
export async function outsidersOf(place: Place, { access }: Endpoint, as: Holder, person: TestPerson | undefined) {
  if (access.kind === 'public' || !person) return [];
  return [
    ...(await withoutProof(place, access, as)),
    ...(await withoutSecondFactor(place, access, as)),
    ...(await withoutStepUp(place, access, person)),
    ...withoutRight(place, access),
    ...ofElsewhere(place, access),
    ...(await formerlyInside(place, access)),
    ...(await withoutScope(place, access)),
  ];
}
