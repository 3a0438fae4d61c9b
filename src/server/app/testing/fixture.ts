import type { AnyContractProcedure } from '@orpc/contract';
import type { contract } from '#core/app/contract.ts';
import type { Role } from '#core/identity/role.ts';
import type { Call } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestPerson, World } from './world.ts';

type NamesOf<Router, Path extends string = ''> = {
  [Key in keyof Router & string]: Router[Key] extends AnyContractProcedure
    ? `${Path}${Key}`
    : NamesOf<Router[Key], `${Path}${Key}.`>;
}[keyof Router & string];

/** Every endpoint of the contract by name: one without a fixture does not compile. */
export type EndpointName = NamesOf<typeof contract>;

/** The role of who calls. */
export type Holder = Role | 'nobody';

/** One valid call of an endpoint, made ready on a world of its own for every role that may make it; `as` is one of them. */
export type Fixture = {
  readonly as: Holder;
  readonly call: (server: TestServer, world: World, by: Holder) => Promise<Call> | Call;
  /** Where the person is not simply the one of that role. */
  readonly person?: (server: TestServer, world: World) => Promise<TestPerson> | TestPerson;
  /** A body of the right form with wrong content, and the fields its faults must name. */
  readonly wrong?: { readonly body: unknown; readonly fields: readonly string[] };
};
