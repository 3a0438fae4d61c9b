import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '../identity/role.ts';

/**
 * Who may call an endpoint. `facility` endpoints carry `{facilityId}` in their path and need the permission there;
 * `system` endpoints need it through a role of the whole installation; `person` needs a full sign-in only.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person' }
  | { readonly kind: 'system'; readonly permission: Permission }
  | { readonly kind: 'facility'; readonly permission: Permission };

export type EndpointMeta = {
  readonly access: Access;
  /** Largest body in bytes, refused before it is read. Default 256 KiB. */
  readonly bodyLimit?: number;
};

/** Base of every endpoint; `access` must be given by each (the guard refuses an endpoint without one). */
export const endpoint = oc.$meta<Partial<EndpointMeta>>({});

/** One fault of an input: where it is, a code, and what to do, in Japanese. Rows count from 1 as the person sees them. */
export const faultSchema = z.object({
  sheet: z.string().optional(),
  row: z.number().int().positive().optional(),
  column: z.string().optional(),
  item: z.string().optional(),
  field: z.string().optional(),
  code: z.string(),
  message: z.string(),
});
export type Fault = z.infer<typeof faultSchema>;

/** Path parameters of every facility endpoint. */
export const facilityPath = z.object({ facilityId: z.uuid() });
