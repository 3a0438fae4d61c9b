import { ORPCError } from '@orpc/client';
import type { Fault } from '#core/kernel/contract.ts';

/** Field → what is wrong with it and what to do. */
export type FieldFaults = Readonly<Record<string, string>>;

/** The code of the contract a call was refused with; undefined where it failed for another reason. */
export function refusalCode(error: unknown): string | undefined {
  return error instanceof ORPCError && error.defined ? error.code : undefined;
}

/** What the server found wrong with each field of the input; empty for any other failure. */
export function fieldFaults(error: unknown): FieldFaults {
  if (!(error instanceof ORPCError) || error.code !== 'input-not-valid') return {};
  const { faults = [] } = error.data as { readonly faults?: readonly Fault[] };
  return Object.fromEntries(faults.toReversed().map(({ field = '', message }) => [field, message]));
}

/** What a form cannot show at one of its fields: faults of other fields, else the refusal itself; empty where its fields say it all. */
export function remainingWords(error: unknown, fields: readonly string[]): readonly string[] {
  const faults = Object.entries(fieldFaults(error)).toReversed();
  if (faults.length === 0) return [refusalWords(error)];
  return faults.filter(([field]) => !fields.includes(field)).map(([, message]) => message);
}

/** What happened and what to do after an act that did not succeed; what was typed is still there. */
export function refusalWords(error: unknown): string {
  if (refusalCode(error) !== undefined && error instanceof Error) return error.message;
  if (error instanceof TypeError) {
    return 'まもりのサーバにつながりません。入力は残っています。通信を確かめて、もう一度押してください。';
  }
  return 'まもりの側の不具合でできませんでした。入力は残っています。少し待って、もう一度押してください。';
}

/** What stands now, where a call was refused because somebody else had changed it first; undefined for any other failure. */
export function currentOf<T>(error: unknown, code: string): T | undefined {
  if (!(error instanceof ORPCError) || error.code !== code) return undefined;
  return (error.data as { readonly current?: T }).current;
}
