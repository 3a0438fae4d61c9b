import { type Client, createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { refusalCode } from './refusal.ts';
import { withRenewedSession } from './renewed-session.ts';
import { wasSignedIn } from './session-hint.ts';
import { withStepUp } from './step-up.ts';

/** A value as JSON brings it: times are text. */
type Carried<Value> = Value extends Date
  ? string
  : Value extends Blob
    ? Value
    : Value extends AsyncIteratorObject<infer Each>
      ? AsyncIterable<Carried<Each>>
      : Value extends object
        ? { [Key in keyof Value]: Carried<Value[Key]> }
        : Value;

type Calls<Part> =
  Part extends Client<infer Context, infer Input, infer Output, infer Refusal>
    ? Client<Context, Input, Carried<Output>, Refusal>
    : { [Key in keyof Part]: Calls<Part[Key]> };

const refusedAs = (code: string) => (error: unknown) => refusalCode(error) === code;

/** Whoever was not signed in has no secret that could have been replaced. */
const isRefusedInside = (error: unknown) => wasSignedIn() && refusedAs('sign-in-required')(error);

/**
 * Calls of one capability, typed by its contract. One that asks for a step-up waits for it and is made again, and so is one
 * that left with a secret which a step-up was replacing.
 */
export function clientFor<Contract extends AnyContractRouter>(
  contract: Contract,
): Calls<ContractRouterClient<Contract>> {
  const url = `${location.origin}/api/v1`;
  return createORPCClient(
    new OpenAPILink(contract, {
      url,
      interceptors: [
        ({ next }) => withStepUp(() => next(), refusedAs('step-up-required')),
        ({ next }) => withRenewedSession(() => next(), isRefusedInside),
      ],
    }),
  );
}

const known: AnyContractRouter[] = [];

/** Two contracts may call an endpoint alike: what is kept of one must not be taken for the other's. */
function placeOf(contract: AnyContractRouter): string {
  if (!known.includes(contract)) known.push(contract);
  return `contract ${known.indexOf(contract)}`;
}

/** Queries and mutations of one capability for TanStack Query. */
export function queriesFor<Contract extends AnyContractRouter>(contract: Contract) {
  return createTanstackQueryUtils(clientFor(contract), { path: [placeOf(contract)] });
}
