import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chooseNewPassphrase } from './passphrase.ts';
import { atTerminal } from './terminal.ts';
import { atRealTerminal, type Keys } from './testing/real-terminal.ts';

const phrase = 'とおくのみなとの𠮷野びょういん';

/** Chooses at a terminal at which these keys are pressed, and gives what stands on it then. */
async function choose(keys: string | Buffer, then: 'stays' | 'goes' = 'stays') {
  const input = new PassThrough();
  let shown = '';
  const output = {
    write: (words: string) => {
      shown += words;
    },
  };
  const chosen = atTerminal(chooseNewPassphrase, { input, output }).then(
    (answer) => answer,
    (error: Error) => `refused: ${error.message}`,
  );
  input.write(keys);
  if (then === 'goes') input.end();
  return { chosen: await chosen, shown };
}

test.each([
  ['typed twice', `${phrase}\r${phrase}\r`],
  ['pasted with line ends of another system', `${phrase}\r\n${phrase}\r\n`],
  ['with slips taken back', `${phrase}ん𠮷\x7f\x7f\r${phrase.slice(0, -1)}x\x7fん\r`],
])('a passphrase %s is taken, and nothing of it is shown', async (_, keys) => {
  const { chosen, shown } = await choose(keys);
  expect(chosen).toBe(phrase);
  expect(shown).toMatch(/^控えの合言葉（12文字以上、打った文字は出ません）: \nもう一度: \n$/);
});

test.each<[string, string | Buffer, string]>([
  ['two that differ', `${phrase}\r${phrase}。\r`, '2回の合言葉が違います'],
  ['one of eleven letters', 'あいうえおかきくけ𠮷𠮷\r', '12文字以上'],
  ['Ctrl-C', `${phrase}\x03`, 'やめました'],
  ['Ctrl-D at the second', `${phrase}\r\x04`, 'やめました'],
  ['what is not UTF-8', Buffer.from(`\xa4\xa2${'a'.repeat(12)}\r`, 'latin1'), 'UTF-8'],
])('%s is refused', async (_, keys, words) => {
  const { chosen, shown } = await choose(keys);
  expect(chosen).toMatch(`refused: `);
  expect(chosen).toContain(words);
  expect(shown).not.toContain(phrase.slice(0, 4));
});

test('a terminal that is gone is nobody who answers', async () => {
  expect((await choose(phrase, 'goes')).chosen).toContain('やめました');
});

const code = `const { askNewPassphrase } = await import(process.env.ASKING);
  const words = await askNewPassphrase().then((phrase) => 'taken ' + Buffer.from(phrase).toString('hex'), (error) => error.message);
  process.stdout.write(words + '\\n');`;
const asking = {
  NODE: process.execPath,
  CODE: code,
  ASKING: pathToFileURL(join(import.meta.dirname, 'passphrase.ts')).href,
};
const program = '"$NODE" --disable-warning=ExperimentalWarning --input-type=module -e "$CODE"';

const realTerminal = async (keys: Keys) => (await atRealTerminal(program, asking, keys)).shown;

test('a real terminal shows nothing of what is typed, and is given back on Ctrl-C', async () => {
  const taken = await realTerminal([
    ['出ません）: ', `${phrase}x\x7f\r`],
    ['もう一度: ', `${phrase}\r`],
  ]);
  expect(taken).toContain(`taken ${Buffer.from(phrase).toString('hex')}`);
  expect(taken).not.toContain(phrase.slice(0, 4));
  expect(await realTerminal([['出ません）: ', `${phrase}\x03`]])).toContain('やめました');
});

test('where there is no terminal the way without one is named', async () => {
  const child = spawn('sh', ['-c', program], { env: { ...process.env, ...asking } });
  child.stdin.end(`${phrase}\n${phrase}\n`);
  expect(await text(child.stdout)).toContain('MAMORI_BACKUP_PASSPHRASE_FILE');
});
