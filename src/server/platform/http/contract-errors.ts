import { type AnyContractProcedure, ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Fault } from '#core/kernel/contract.ts';
import { WorkFailure } from '../workers/index.ts';
import { errorBody } from './error-response.ts';
import { Refusal } from './refusal.ts';
import { toldAtMost, unknownField } from './unknown-field.ts';
import { unusableCharacter } from './unusable-text.ts';

type Issue = {
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
};

const unreadable: Fault = {
  code: 'not-readable',
  message: '送られたデータを読めません。JSONの形を確かめてください。',
};

function faultsOf({ code, keys = [], path = [], message }: Issue): readonly Fault[] {
  const place = path.map((part) => String(typeof part === 'object' ? part.key : part));
  if (code === 'unrecognized_keys') return keys.slice(0, toldAtMost).map((key) => unknownField([...place, key]));
  const field = place.join('.');
  return [{ ...(field !== '' && { field }), code: 'not-valid', message }];
}

function asDefined(procedure: AnyContractProcedure, { code, details }: Refusal) {
  const config = procedure['~orpc'].errorMap[code];
  if (!config) throw new Error(`refusal ${code} is not in the contract of ${procedure['~orpc'].route.path}`);
  return new ORPCError(code, {
    defined: true,
    ...(config.status !== undefined && { status: config.status }),
    ...(config.message !== undefined && { message: config.message }),
    data: details,
  });
}

/** Text the database cannot hold: as text, as JSON, or as the representation of another type. */
const unusableText = ['22021', '22P05', '22P02'];
const databaseCode = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

const away = [
  ...['57P01', '57P02', '57P03', '57014', '53300', '3D000', '08000', '08001', '08003', '08006', '25006', 'NO_PRIMARY'],
  ...[
    'ECONNREFUSED',
    'ENOENT',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
    'ENOTFOUND',
  ],
];
const cutOff =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client (has|was) .*not queryable)/;

/** The pool has no connection to give, or the database is away, starting, or cannot be written to now. */
export function isWithoutConnection(error: unknown): boolean {
  return error instanceof Error && (cutOff.test(error.message) || away.includes(String(databaseCode(error))));
}

/** The database has no room left on its disk. */
export const isWithoutRoom = (error: unknown): boolean => ['53100', 'ENOSPC'].includes(String(databaseCode(error)));

function asTold(code: 'internal' | 'try-later' | 'storage-full', cause: unknown, told?: string) {
  const { status, body } = errorBody(code);
  return new ORPCError(body.code, { defined: true, status, message: told ?? body.message, cause });
}

function asInputFault(faults: readonly Fault[]) {
  const { status, body } = errorBody('input-not-valid');
  return new ORPCError(body.code, { defined: true, status, message: body.message, data: { faults } });
}

/** Refusals thrown by actions become the contract's errors; input that does not fit is told field by field. */
export function asContractError(procedure: AnyContractProcedure, error: unknown): unknown {
  if (error instanceof Refusal) return asDefined(procedure, error);
  if (error instanceof WorkFailure) return asTold('try-later', error, error.message);
  if (unusableText.includes(String(databaseCode(error)))) return asInputFault([unusableCharacter]);
  if (isWithoutConnection(error)) return asTold('try-later', error);
  if (isWithoutRoom(error)) return asTold('storage-full', error);
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error;
  const issues = error.cause instanceof ValidationError ? error.cause.issues : [];
  return asInputFault(issues.length > 0 ? issues.flatMap((issue) => faultsOf(issue)) : [unreadable]);
}

/** What is nobody's fault but ours, without a word of it. */
export const asInternalError = (cause: unknown) => asTold('internal', cause);

/** A body that cannot be decoded never reaches its endpoint. */
export const asUnreadable = () => asInputFault([unreadable]);
