import { stepSeconds } from '#core/identity/time-step.ts';
import type { BeginnableSheet, Run } from '#core/sheet/run.ts';
import { codeAt } from './identity-fixtures.ts';
import { tokenOf } from './token-of.ts';

/** A signed-in browser without the browser: keeps the cookie, throws on anything but success. */
export class Caller {
  cookie = '';
  url: string;

  constructor(url: string) {
    this.url = url;
  }

  async call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async enrolSecondFactor(): Promise<string> {
    const { secret } = await this.call('POST', '/second-factor');
    await this.call('PUT', '/second-factor', { code: codeAt(secret, new Date()) });
    return secret;
  }

  /** With a code nobody has shown yet: the next one of the authenticator, which is taken early. */
  async signIn(email: string, secret: string): Promise<void> {
    const code = codeAt(secret, new Date(Date.now() + stepSeconds * 1000));
    await this.call('POST', '/session', { email, password: installationPassword, code });
  }
}

export const installationPassword = 'ながいながいパスワード';

export const directorEmail = 'b@example.jp';

/** From the printed set-up link to a facility whose first administrator is signed in beside the system's, as a new installation does it. */
export async function setUpInstallation(
  url: string,
  setupLink: string,
  facility: { readonly name: string; readonly type: 'clinic' | 'hospital'; readonly beds: number | null },
): Promise<{ administrator: Caller; caller: Caller; facilityId: string; secret: string }> {
  const administrator = new Caller(url);
  const account = { name: '管理者', email: 'a@example.jp', password: installationPassword };
  await administrator.call('POST', '/setup', { token: tokenOf(setupLink), ...account });
  await administrator.enrolSecondFactor();
  const place = { code: null, prefecture: 14, postalCode: null, address: '' };
  const { id } = await administrator.call('POST', '/register/facilities', { ...place, ...facility });
  const { path } = await administrator.call('POST', `/register/${id}/invitations`, { name: '院長' });
  const caller = new Caller(url);
  const director = { name: '院長', email: directorEmail, password: installationPassword };
  await caller.call('POST', '/invitation/acceptance', { token: tokenOf(path), ...director });
  const secret = await caller.enrolSecondFactor();
  return { administrator, caller, facilityId: id, secret };
}

/** Path of this year's run of a sheet. */
export async function openRun(caller: Caller, facilityId: string, sheetId: BeginnableSheet): Promise<string> {
  const run: Run = await caller.call('POST', `/facilities/${facilityId}/runs`, { sheetId });
  return `/facilities/${facilityId}/runs/${run.id}`;
}
