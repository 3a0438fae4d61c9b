import { passwordAdvice, passwordFault } from '#core/identity/password.ts';
import { isLeaked } from './leaked-passwords.ts';

type Owner = Parameters<typeof passwordFault>[1];

/** Why a new password is refused, with what to do; undefined where it is taken. */
export function passwordRefusal(password: string, owner: Owner): { code: string; message: string } | undefined {
  const code = passwordFault(password, owner) ?? (isLeaked(password) ? 'leaked' : undefined);
  return code && { code, message: passwordAdvice(code, owner.secondFactor) };
}
