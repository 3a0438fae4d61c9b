import { readRecoveryCode } from '#core/identity/recovery-code.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';

/** What is wrong with a code before the server is asked. */
export function codeMissing(typed: string, recovers: boolean): FieldFaults {
  if (recovers) return readRecoveryCode(typed) ? {} : { code: '紙に控えた24文字の復旧コードを入力してください。' };
  return typed.length === 6 ? {} : { code: '6桁の数字を入力してください。' };
}

/** The server's refusal of a code; a recovery code has words of its own. */
export function wrongWords(error: unknown, recovers: boolean): string {
  if (recovers)
    return 'この復旧コードは違うか、すでに使われました。控えを確かめて、ほかの復旧コードを入力してください。';
  return error instanceof Error ? error.message : '';
}
