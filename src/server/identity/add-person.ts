import type { Transaction } from 'kysely';
import { passwordFault } from '#core/identity/password.ts';
import { needsSecondFactor, type Role, type SystemRole } from '#core/identity/role.ts';
import type { PersonTables } from '../platform/database/tables.ts';
import { refused } from '../platform/http/refusal.ts';
import { hashPassword } from './password-hash.ts';

export type NewPerson = { readonly name: string; readonly email: string; readonly password: string };

const faultTexts = {
  'too-short': 'パスワードは13文字以上にしてください（確認コードを使う役割の人は8文字以上）。',
  guessable: '推測されやすいパスワードです。名前やメールアドレスを含まない、長いものにしてください。',
} as const;

/** Refuses a weak password before any work is done on it. */
export function checkPassword(person: NewPerson, roles: readonly Role[]): void {
  const fault = passwordFault(person.password, { ...person, secondFactor: needsSecondFactor(roles) });
  if (fault)
    throw refused('input-not-valid', { faults: [{ field: 'password', code: fault, message: faultTexts[fault] }] });
}

/** Adds a person; an e-mail address belongs to one person only. */
export async function addPerson(
  tx: Transaction<Pick<PersonTables, 'person'>>,
  id: string,
  person: NewPerson,
  systemRoles: readonly SystemRole[],
): Promise<void> {
  const added = await tx
    .insertInto('person')
    .values({
      id,
      email: person.email,
      name: person.name,
      password_hash: await hashPassword(person.password),
      totp_secret: null,
      system_roles: [...systemRoles],
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) throw refused('identity/email-taken');
}
