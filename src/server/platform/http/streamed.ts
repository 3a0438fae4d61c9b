import { type AnyContractProcedure, type AnyContractRouter, ValidationError } from '@orpc/contract';
import { type AnyProcedure, type AnyRouter, isProcedure, ORPCError, Procedure, type Router } from '@orpc/server';
import type { Context } from 'hono';
import { z } from 'zod';
import { strictParts } from '#core/kernel/strict-input.ts';
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

/** An endpoint that reads no input takes none. */
const nothing = z.strictObject({}).optional();

/** Takes the input the contract of the whole API names, which is stricter than what its capability named. */
function withInputOf(contract: AnyContractProcedure, procedure: AnyProcedure): AnyProcedure {
  return new Procedure({ ...procedure['~orpc'], inputSchema: contract['~orpc'].inputSchema ?? nothing });
}

/** What is left for oRPC: the procedures. */
export function proceduresOf(contract: AnyContractRouter, served: object): AnyRouter {
  if (isProcedure(served)) return withInputOf(contract as AnyContractProcedure, served);
  const parts = contract as Readonly<Record<string, AnyContractRouter>>;
  const left = Object.entries(served).filter(([, part]) => isBranch(part) || isProcedure(part));
  return Object.fromEntries(left.map(([key, part]) => [key, proceduresOf(parts[key] ?? {}, part as object)]));
}

/** The streamed endpoint of this name, if it is one. */
export function streamedAt(served: object, name: string): Streamed | undefined {
  const found = name.split('.').reduce<unknown>((part, key) => (isBranch(part) ? part[key] : undefined), served);
  return found instanceof Streamed ? found : undefined;
}

/** Reads path and query of a streamed endpoint; what does not fit is told field by field, as by any other endpoint. */
export function inputReader<S extends z.ZodType>(schema: S): (c: StreamedRequest) => z.output<S> {
  const strict = strictParts(schema);
  return (c) => {
    const given = { params: c.req.param(), query: c.req.query() };
    refuseUnusableText(given);
    const read = strict.safeParse(given);
    if (read.success) return read.data;
    const cause = new ValidationError({ message: 'the input does not fit', issues: read.error.issues, data: given });
    throw new ORPCError('BAD_REQUEST', { cause });
  };
}
