import { contract } from '#core/app/contract.ts';
import { endpointsOf } from '../../../platform/http/endpoints.ts';
import type { EndpointName } from '../fixture.ts';
import { fixtures } from '../fixtures.ts';
import { holderOf } from '../holder.ts';
import type { TestServer } from '../test-server.ts';
import { makeWorld, type TestPerson } from '../world.ts';
import type { Target } from './call.ts';
import type { InputSchema } from './schema-edge.ts';

type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: InputSchema }>> };
};
export type ApiDocument = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** An operation with who calls it in a world of its own. */
export type ReadyTarget = Target & {
  readonly person: TestPerson | undefined;
  /** The same for somebody like them whose session is open, with what is theirs in the call. */
  readonly again: () => Promise<ReadyTarget>;
};

const operationsOf = ({ paths }: ApiDocument) =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.values(methods).map((operation) => ({ template, ...operation })),
  );

async function readyTarget(
  server: TestServer,
  { operationId, template, parameters = [], requestBody }: ReturnType<typeof operationsOf>[number],
): Promise<ReadyTarget> {
  const fixture = fixtures[operationId as EndpointName];
  const world = await makeWorld(server);
  const query = parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
  const shape = { name: operationId, template, query, body: requestBody?.content['application/json']?.schema };
  const made = async (): Promise<ReadyTarget> => {
    const person = fixture.person ? await fixture.person(server, world) : holderOf(fixture.as, world);
    const valid = await fixture.call(server, world, fixture.as);
    const target: ReadyTarget = { ...shape, person, valid, again: async () => (fixture.person ? made() : target) };
    return target;
  };
  return made();
}

type Wanted = (operation: Operation) => boolean;

/** Every operation of the document that is wanted, made ready by its fixture; one the contract does not know is an error. */
export async function readyTargets(
  server: TestServer,
  document: ApiDocument,
  wanted: Wanted = () => true,
): Promise<readonly ReadyTarget[]> {
  const known = new Set(endpointsOf(contract).map(({ name }) => name));
  const targets: ReadyTarget[] = [];
  for (const operation of operationsOf(document)) {
    const { operationId } = operation;
    if (!known.delete(operationId)) throw new Error(`${operationId} of the document is not in the contract`);
    if (wanted(operation)) targets.push(await readyTarget(server, operation));
  }
  if (known.size > 0) throw new Error(`not in the document: ${[...known].join(', ')}`);
  return targets;
}
