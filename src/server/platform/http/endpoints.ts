import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { Access, EndpointMeta, RecordRead } from '#core/kernel/contract.ts';

export type Endpoint = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly bodyLimit: number;
  readonly recordRead: RecordRead | undefined;
  readonly costly: boolean;
  readonly unattended: boolean;
  readonly procedure: AnyContractProcedure;
};

const defaultBodyLimit = 256 * 1024;

/** Every endpoint of a contract with its access; refuses a contract in which one has none. */
export function endpointsOf(router: AnyContractRouter, path: readonly string[] = []): readonly Endpoint[] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([key, part]) => endpointsOf(part, [...path, key]));
  }
  const { route, meta } = router['~orpc'];
  const {
    access,
    bodyLimit = defaultBodyLimit,
    costly = false,
    recordRead,
    unattended = false,
  } = meta as Partial<EndpointMeta>;
  const name = path.join('.');
  if (!access || !route.method || !route.path) throw new Error(`endpoint ${name} names no access, method or path`);
  if (access.kind === 'facility' && !route.path.startsWith('/facilities/{facilityId}')) {
    throw new Error(`facility endpoint ${name} does not carry {facilityId} in its path`);
  }
  if (access.kind === 'organisation' && !route.path.startsWith('/organisations/{organisationId}')) {
    throw new Error(`organisation endpoint ${name} does not carry {organisationId} in its path`);
  }
  const { method, path: at } = route;
  return [{ name, method, path: at, access, bodyLimit, costly, recordRead, unattended, procedure: router }];
}
