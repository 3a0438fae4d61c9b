import { type AnyContractProcedure, type AnyContractRouter, ValidationError } from '@orpc/contract';
import { type AnyRouter, isProcedure, ORPCError, type Router } from '@orpc/server';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { RequestContext } from './context.ts';
import type { ApiVariables } from './guard.ts';
import { refuseUnusableText } from './unusable-text.ts';

type StreamedRequest = Context<{ Variables: ApiVariables }>;
type Answer = (c: StreamedRequest, context: RequestContext) => Promise<Response>;

/** An endpoint that takes its body or gives its response piece by piece, past oRPC, which would hold it as a whole. */
export class Streamed {
  readonly answer: Answer;
  constructor(answer: Answer) {
    this.answer = answer;
  }
}

export const streamed = (answer: Answer) => new Streamed(answer);

/** Every endpoint of a contract served, by a procedure or streamed. */
export type Served<C extends AnyContractRouter> = C extends AnyContractProcedure
  ? Router<C, RequestContext> | Streamed
  : { readonly [K in keyof C]: C[K] extends AnyContractRouter ? Served<C[K]> : never };

const isBranch = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !isProcedure(part) && !(part instanceof Streamed);

/** What is left for oRPC: the procedures. */
export function proceduresOf(served: object): AnyRouter {
  if (!isBranch(served)) return served as AnyRouter;
  const left = Object.entries(served).filter(([, part]) => isBranch(part) || isProcedure(part));
  return Object.fromEntries(left.map(([key, part]) => [key, proceduresOf(part as object)]));
}

/** The streamed endpoint of this name, if it is one. */
export function streamedAt(served: object, name: string): Streamed | undefined {
  const found = name.split('.').reduce<unknown>((part, key) => (isBranch(part) ? part[key] : undefined), served);
  return found instanceof Streamed ? found : undefined;
}

/** Path and query of a streamed endpoint; what does not fit is told field by field, as by any other endpoint. */
export function inputOf<S extends z.ZodType>(c: StreamedRequest, schema: S): z.output<S> {
  const given = { params: c.req.param(), query: c.req.query() };
  refuseUnusableText(given);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const cause = new ValidationError({ message: 'the input does not fit', issues: read.error.issues, data: given });
  throw new ORPCError('BAD_REQUEST', { cause });
}
