import { ORPCError } from '@orpc/server';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Endpoint } from './endpoints.ts';
import { refuse } from './error-response.ts';
import type { ApiVariables } from './guard.ts';
import { Refusal, refused } from './refusal.ts';

/** For a streamed body: refused by its declared size; `bodyOf` counts what comes in. */
export function declaredBodyWithin({ bodyLimit: maxSize }: Endpoint): MiddlewareHandler {
  return async (c, next) => {
    const declared = Number(c.req.header('Content-Length') ?? 0);
    return declared > maxSize ? refuse(c, 'too-large') : next();
  };
}

/**
 * For a body that is read as a whole: refused where it is over the limit, declared or counted. A declared one is not looked
 * at: that would make a stream of it, which costs more than to read it.
 */
export function wholeBodyWithin(endpoint: Endpoint): MiddlewareHandler {
  const declared = declaredBodyWithin(endpoint);
  const counted = bodyLimit({ maxSize: endpoint.bodyLimit, onError: (c) => refuse(c, 'too-large') });
  return (c, next) => (c.req.header('Transfer-Encoding') === undefined ? declared : counted)(c, next);
}

/**
 * The body of a streamed endpoint as it comes in; refused at the first byte over the endpoint's limit. A sender that
 * breaks off is told as input that cannot be read, never as the end of the body.
 */
export async function* bodyOf(c: Context<{ Variables: ApiVariables }>): AsyncGenerator<Uint8Array> {
  const { bodyLimit: maxSize } = c.get('endpoint');
  let size = 0;
  try {
    for await (const part of c.req.raw.body ?? []) {
      size += part.byteLength;
      if (size > maxSize) throw refused('too-large');
      yield part;
    }
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new ORPCError('BAD_REQUEST', { cause });
  }
}
