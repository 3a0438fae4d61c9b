import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { BackupRefused } from '../platform/backup/backup-refused.ts';

export type Terminal = {
  readonly input: NodeJS.ReadableStream;
  readonly output: { write(text: string): unknown };
};
/** Asks one question and gives what is typed; nothing of a hidden answer is shown. */
export type Ask = (question: string, answer: 'shown' | 'hidden') => Promise<string>;

const own: Terminal = { input: process.stdin, output: process.stderr };

export const isTerminal = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Lines one after the other, also those typed or pasted before they are asked for; refused once the person goes away. */
function lineQueue() {
  const early: string[] = [];
  let waiting: PromiseWithResolvers<string> | undefined;
  let gone = false;
  const withdrawn = () => new BackupRefused('やめました。何も変えていません。');
  return {
    add(line: string) {
      if (waiting) waiting.resolve(line);
      else early.push(line);
      waiting = undefined;
    },
    end() {
      gone = true;
      waiting?.reject(withdrawn());
    },
    async next(): Promise<string> {
      const line = early.shift();
      if (line !== undefined) return line;
      if (gone) throw withdrawn();
      waiting = Promise.withResolvers();
      return waiting.promise;
    },
  };
}

/** A conversation at the terminal. Ctrl-C and Ctrl-D end it; keys are read one by one, so that no answer is written by the system. */
export async function atTerminal<T>(talk: (ask: Ask) => Promise<T>, { input, output }: Terminal = own): Promise<T> {
  let shown = false;
  const echo = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      if (shown) output.write(text);
      done();
    },
  });
  const queue = lineQueue();
  const lines = createInterface({ input, output: echo, terminal: true, historySize: 0 });
  lines.on('line', queue.add);
  lines.on('SIGINT', () => lines.close());
  lines.on('close', queue.end);
  const ask: Ask = async (question, answer) => {
    shown = answer === 'shown';
    lines.setPrompt(shown ? question : '');
    if (shown) lines.prompt();
    else output.write(question);
    return queue.next().finally(() => {
      if (!shown) output.write('\n');
    });
  };
  try {
    return await talk(ask);
  } finally {
    lines.close();
  }
}
