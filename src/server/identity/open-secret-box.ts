import type { Kysely } from 'kysely';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { sealedSecrets } from './person-repository.ts';
import { type SecretBox, secretBox } from './secret-box.ts';

const looked = 1000;

function opens(box: SecretBox, sealed: Buffer): boolean {
  try {
    return box.open(sealed) !== '';
  } catch {
    return false;
  }
}

/** The box of this key; refuses to start with one that does not open what is stored, since nobody could sign in. */
export async function openSecretBox(db: Kysely<Tables>, key: Buffer): Promise<SecretBox> {
  const box = secretBox(key);
  const stored = await asSystem(db, (tx) => sealedSecrets(tx, looked));
  if (stored.every((sealed) => opens(box, sealed))) return box;
  throw new CannotStart(
    [
      '確認コードの鍵が、データベースに登録されている確認コードと合いません。このままでは誰もサインインできないため、始めません。',
      '一つのデータベースを複数の Mamori で使うときは、どれにも同じ鍵を MAMORI_SECOND_FACTOR_KEY で指定してください。',
      '鍵は、最初に始めた Mamori のデータのフォルダの secrets/second-factor.txt にあります。',
    ].join('\n'),
  );
}
