import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * A line on standard input names a signal for the server; its end (we are gone, however we went) shuts the server down.
 * SIGINT is repeated: a shell starts background programs with it ignored, until the server handles it itself. Where
 * twenty seconds were not enough to write everything down, it ends at once, and the next start recovers.
 */
const script = `
exec 3<&0
export PG_GRANDPARENT_PID=$PPID
"$@" </dev/null >&2 3<&- &
server=$!
trap '' HUP INT TERM PIPE
(
  while read -r signal <&3; do kill -"$signal" "$server"; done
  asked=0
  while [ "$asked" -lt 20 ] && kill -INT "$server"; do sleep 1; asked=$((asked + 1)); done
  while kill -QUIT "$server"; do sleep 1; done
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-
echo "$server"
exec >/dev/null
wait "$server"
code=$?
kill -KILL "$watcher" 2>/dev/null
exit $code
`;

export type Guard = {
  /** Process id of the server; undefined where it could not be started. */
  readonly server: Promise<number | undefined>;
  readonly exited: Promise<void>;
  send(signal: 'INT' | 'QUIT' | 'KILL'): void;
};

/** Starts `command` under the guard, in a session of its own so that no signal to our group reaches it. */
export function startGuard(
  command: readonly string[],
  options: {
    readonly prefix: readonly string[];
    readonly cwd: string;
    readonly env: Record<string, string>;
    readonly log: number;
  },
): Guard {
  const [file = '', ...args] = [...options.prefix, '/bin/sh', '-c', script, 'guard', ...command];
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['pipe', 'pipe', options.log],
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the guard has no pipes');
  stdin.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const lines = createInterface(stdout);
  const server = new Promise<number | undefined>((resolve) => {
    lines.once('line', (line) => resolve(Number(line))).once('close', () => resolve(undefined));
  });
  return { server, exited, send: (signal) => void stdin.write(`${signal}\n`) };
}
