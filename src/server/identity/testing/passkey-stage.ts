import { passkeyHolder } from '../../app/testing/passkey-fixtures.ts';
import { type Reply, request } from '../../app/testing/request.ts';
import type { TestPerson } from '../../app/testing/world.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { type Misconduct, SoftwareAuthenticator } from './software-authenticator.ts';
import type { Stage } from './stage.ts';

type Creation = Parameters<SoftwareAuthenticator['create']>[0];
type Asked = Parameters<SoftwareAuthenticator['get']>[0];

export type Listed = { readonly id: string; readonly name: string; readonly lastUsedAt: string | null };

/** The ways passkeys come to people and are used, on a stage. */
export class PasskeyStage {
  readonly stage: Stage;
  constructor(stage: Stage) {
    this.stage = stage;
  }

  holder(name?: string) {
    return passkeyHolder(this.stage.server, name);
  }

  async creation(person: TestPerson): Promise<Creation> {
    return (await this.stage.post(person, '/passkeys/registration-options')).body as Creation;
  }

  register(person: TestPerson, credential: unknown, name = '手元の鍵'): Promise<Reply> {
    return this.stage.post(person, '/passkeys', { name, credential });
  }

  /** A new passkey of the person. */
  async added(person: TestPerson, misconduct: Misconduct = {}) {
    const authenticator = new SoftwareAuthenticator();
    const reply = await this.register(person, authenticator.create(await this.creation(person), misconduct));
    return { authenticator, reply };
  }

  async signInOptions(): Promise<Asked> {
    return (await this.stage.post(undefined, '/session/passkey-options')).body as Asked;
  }

  send(credential: unknown): Promise<Reply> {
    return this.stage.post(undefined, '/session/passkey', { credential });
  }

  async signIn(authenticator: SoftwareAuthenticator, misconduct: Misconduct = {}): Promise<Reply> {
    return this.send(authenticator.get(await this.signInOptions(), misconduct));
  }

  async listed(person: TestPerson): Promise<readonly Listed[]> {
    const reply = await request(this.stage.server, person, { method: 'GET', path: '/passkeys' });
    return (reply.body as { passkeys: Listed[] }).passkeys;
  }

  remove(person: TestPerson, id: string): Promise<Reply> {
    return request(this.stage.server, person, { method: 'DELETE', path: `/passkeys/${id}` });
  }

  /** How often an act above the facilities is logged of a person. */
  logged(act: string, personId: string): Promise<number> {
    return asSystem(this.stage.server.db, async (tx) => {
      const events = tx.selectFrom('system_event').select('id').where('act', '=', act).where('subject', '=', personId);
      return (await events.execute()).length;
    });
  }
}

export const codeOf = ({ body }: Reply): string => (body as { code: string }).code;
