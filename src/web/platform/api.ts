import { type Client, createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { refusalCode } from './refusal.ts';
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

/** Calls of one capability, typed by its contract. One that asks for a step-up waits for it and is made again. */
export function clientFor<Contract extends AnyContractRouter>(
  contract: Contract,
): Calls<ContractRouterClient<Contract>> {
  const isRefused = (error: unknown) => refusalCode(error) === 'step-up-required';
  const url = `${location.origin}/api/v1`;
  return createORPCClient(
    new OpenAPILink(contract, { url, interceptors: [({ next }) => withStepUp(() => next(), isRefused)] }),
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
