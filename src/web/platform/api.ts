import { type Client, createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';

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

/** Calls of one capability, typed by its contract. */
export function clientFor<Contract extends AnyContractRouter>(
  contract: Contract,
): Calls<ContractRouterClient<Contract>> {
  return createORPCClient(new OpenAPILink(contract, { url: `${location.origin}/api/v1` }));
}

/** Queries and mutations of one capability for TanStack Query. */
export function queriesFor<Contract extends AnyContractRouter>(contract: Contract) {
  return createTanstackQueryUtils(clientFor(contract));
}
