import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { commonErrors, type Fault } from '#core/kernel/contract.ts';

export type ErrorCode = keyof typeof commonErrors;

/** The JSON body every refusal has, the same that the contract's errors produce. */
export function errorBody(code: ErrorCode, data?: { readonly faults: readonly Fault[] }) {
  const { status, message } = commonErrors[code];
  return {
    status: status as ContentfulStatusCode,
    body: { defined: true, code, status, message, ...(data && { data }) },
  };
}

/** Answers with a refusal any endpoint may give. */
export function refuse(c: Context, code: ErrorCode, data?: { readonly faults: readonly Fault[] }): Response {
  const { status, body } = errorBody(code, data);
  return c.json(body, status);
}
