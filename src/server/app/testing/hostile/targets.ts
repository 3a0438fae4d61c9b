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

/** An operation with who calls it in a world of its own; asked again, somebody like them whose session is open. */
export type ReadyTarget = Target & { readonly person: () => Promise<TestPerson | undefined> };

const operationsOf = ({ paths }: ApiDocument) =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.values(methods).map((operation) => ({ template, ...operation })),
  );

/** Every operation of the document, made ready by its fixture; one the contract does not know is an error. */
export async function readyTargets(server: TestServer, document: ApiDocument): Promise<readonly ReadyTarget[]> {
  const known = new Set(endpointsOf(contract).map(({ name }) => name));
  const targets: ReadyTarget[] = [];
  for (const { operationId, template, parameters = [], requestBody } of operationsOf(document)) {
    if (!known.delete(operationId)) throw new Error(`${operationId} of the document is not in the contract`);
    const name = operationId as EndpointName;
    const fixture = fixtures[name];
    const world = await makeWorld(server);
    const person = async () => (fixture.person ? fixture.person(server, world) : holderOf(fixture.as, world));
    if (fixture.person) await person();
    const valid = await fixture.call(server, world, fixture.as);
    const query = parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
    targets.push({ name, template, valid, query, person, body: requestBody?.content['application/json']?.schema });
  }
  if (known.size > 0) throw new Error(`not in the document: ${[...known].join(', ')}`);
  return targets;
}
