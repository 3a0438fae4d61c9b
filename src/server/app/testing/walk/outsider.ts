import type { Access } from '#core/kernel/contract.ts';
import type { TestServer } from '../test-server.ts';
import type { TestPerson, World } from '../world.ts';

/** Somebody to whom an endpoint is closed, and the words it is closed with. */
export type Outsider = {
  readonly who: string;
  readonly person: TestPerson | undefined;
  readonly refusal: { readonly status: number; readonly code: string };
};
export type Place = { readonly server: TestServer; readonly world: World };
export type Guarded = Exclude<Access, { readonly kind: 'public' }>;

export const refusals = {
  signIn: { status: 401, code: 'sign-in-required' },
  secondFactor: { status: 401, code: 'second-factor-required' },
  key: { status: 401, code: 'access-token-not-usable' },
  keyScope: { status: 403, code: 'not-for-access-token' },
  right: { status: 403, code: 'not-allowed' },
  stepUp: { status: 403, code: 'step-up-required' },
  place: { status: 404, code: 'not-found' },
} as const;
