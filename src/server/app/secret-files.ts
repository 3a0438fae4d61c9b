import { readFileSync } from 'node:fs';
import { CannotStart } from '../platform/cannot-start.ts';

/** Settings that hold a secret: each may be given as the path of a file instead, under its name with `_FILE`. */
export const secretNames = ['DATABASE_URL', 'DATABASE_APP_URL', 'MAMORI_SECOND_FACTOR_KEY', 'SMTP_URL'] as const;

function secretIn(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new CannotStart(`${name}_FILE に書かれたファイル ${file} を読めません。`, { cause });
  }
}

/** The environment with every secret that stands in a file read from there; refuses what is given both ways. */
export function withSecretFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = secretNames.flatMap((name) => {
    const file = env[`${name}_FILE`];
    if (!file) return [];
    if (env[name]) throw new CannotStart(`${name} と ${name}_FILE は、どちらか一つだけを指定してください。`);
    return [[name, secretIn(name, file)]];
  });
  return { ...env, ...Object.fromEntries(read) };
}
