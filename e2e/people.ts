import type { FacilityRole } from '#core/identity/role.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import { Caller } from '#server/app/testing/installation.ts';
import { codeOf } from './authenticator.ts';

/** Somebody with an account, whom a browser can be opened for or who acts without one. */
export type Person = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** What the authenticator holds; undefined where none is needed. */
  readonly secret: string | undefined;
  readonly caller: Caller;
};

export type Facility = { readonly id: string; readonly name: string; readonly administrator: Person };

const tokenOf = (path: string) => path.split('#')[1] ?? '';
/** Long enough also for those who need no second factor. */
const password = 'とてもながいながいパスワード';
let people = 0;

async function enrolled(caller: Caller): Promise<string> {
  const { secret } = await caller.call('POST', '/second-factor');
  await caller.call('PUT', '/second-factor', { code: codeOf(secret) });
  return secret;
}

/** Brings somebody in by the secret of a one-time link, with a second factor where one is needed. */
export async function register(url: string, path: string, token: string, name: string): Promise<Person> {
  const caller = new Caller(url);
  people += 1;
  const person = { name, email: `person-${process.pid}-${people}@example.jp`, password };
  const { pending } = await caller.call('POST', path, { token, ...person });
  const secret = pending === 'none' ? undefined : await enrolled(caller);
  return { ...person, secret, caller };
}

/** The one who came in by the printed link. */
export function setUpAdministrator(url: string, setupLink: string): Promise<Person> {
  return register(url, '/setup', tokenOf(setupLink), '台帳 管理子');
}

/** A dangerous act of somebody who serves all journeys of a worker, longer than one proof holds: proves to be there again where asked. */
export async function callProven({ caller, secret }: Person, method: string, path: string, body?: unknown) {
  const act = () => caller.call(method, path, body);
  return act().catch(async (error: Error) => {
    if (!error.message.includes('step-up-required')) throw error;
    await caller.call('POST', '/session/step-up', { code: codeOf(secret ?? '') });
    return act();
  });
}

type NewFacility = {
  readonly name: string;
  readonly type: FacilityType;
  readonly beds: number | null;
  readonly address?: string;
};

/** Makes a facility and brings in its first administrator. */
export async function openFacility(
  opener: Person,
  { address = '横浜市中区本町1丁目', ...facility }: NewFacility,
): Promise<Facility> {
  const { name } = facility;
  const place = { code: null, prefecture: 14, postalCode: null, address };
  const { id } = await opener.caller.call('POST', '/register/facilities', { ...facility, ...place });
  const { path } = await callProven(opener, 'POST', `/register/${id}/invitations`, { name: '事務 長子' });
  return {
    id,
    name,
    administrator: await register(opener.caller.url, '/invitation/acceptance', tokenOf(path), '事務 長子'),
  };
}

/** The one-time link that invites somebody into a facility. */
export async function invite(
  { id, administrator: { caller } }: Facility,
  name: string,
  roles: readonly FacilityRole[],
): Promise<string> {
  const { path } = await caller.call('POST', `/facilities/${id}/invitations`, { name, roles });
  return path;
}

/** Brings one more person into a facility. */
export async function join(facility: Facility, name: string, roles: readonly FacilityRole[]): Promise<Person> {
  const path = await invite(facility, name, roles);
  return register(facility.administrator.caller.url, '/invitation/acceptance', tokenOf(path), name);
}

/** Brings somebody who belongs to a facility already into one more. */
export async function joinToo(
  facility: Facility,
  { name, caller }: Person,
  roles: readonly FacilityRole[],
): Promise<void> {
  await caller.call('POST', '/invitation/joining', { token: tokenOf(await invite(facility, name, roles)) });
}
