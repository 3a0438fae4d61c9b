import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { testAddress } from '../../app/testing/test-server.ts';
import { cbor } from './cbor.ts';

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const flag = { present: 0x01, verified: 0x04, attested: 0x40 };

/** What an authenticator, or the browser before it, may do otherwise than it should. */
export type Misconduct = {
  readonly origin?: string;
  readonly crossOrigin?: boolean;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly forged?: boolean;
};
type Asked = { readonly challenge: string; readonly rpId: string };

/** A security key without the key: ES256, attestation "none", made and used as a browser would. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;
  #userHandle = '';

  #clientData(type: string, challenge: string, { origin = testAddress, crossOrigin = false }: Misconduct): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  #authData(rpId: string, { unverified = false, counter }: Misconduct, attested?: Buffer): Buffer {
    this.#counter = counter ?? this.#counter + 1;
    const flags = flag.present | (unverified ? 0 : flag.verified) | (attested ? flag.attested : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  }

  #attested(): Buffer {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const key = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const id = Buffer.from(this.id, 'base64url');
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
  }

  /** Answers options of registration. */
  create(
    options: {
      readonly challenge: string;
      readonly rp: { readonly id: string };
      readonly user: { readonly id: string };
    },
    misconduct: Misconduct = {},
  ) {
    this.#userHandle = options.user.id;
    const clientData = this.#clientData('webauthn.create', misconduct.challenge ?? options.challenge, misconduct);
    const authData = this.#authData(misconduct.rpId ?? options.rp.id, misconduct, this.#attested());
    const attestation = new Map<string, string | Buffer | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const attestationObject = cbor(attestation).toString('base64url');
    const response = { clientDataJSON: clientData.toString('base64url'), attestationObject, transports: ['internal'] };
    return { id: this.id, rawId: this.id, type: 'public-key' as const, response };
  }

  /** Answers options of an assertion. */
  get(options: Asked, misconduct: Misconduct = {}) {
    const clientData = this.#clientData('webauthn.get', misconduct.challenge ?? options.challenge, misconduct);
    const authData = this.#authData(misconduct.rpId ?? options.rpId, misconduct);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    const key = misconduct.forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : this.#pair;
    const response = {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, key.privateKey).toString('base64url'),
      userHandle: misconduct.userHandle ?? this.#userHandle,
    };
    return { id: this.id, rawId: this.id, type: 'public-key' as const, response };
  }
}
