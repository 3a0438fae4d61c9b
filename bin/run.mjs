import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends the launcher: with a message for the person, or without one after a signal. */
export class Ending extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const codeOf = (signal) => 128 + constants.signals[signal];

/** Runs a program to its end and passes signals on; gives its exit code and the signal we got meanwhile. */
export function run(file, args, { onStart = () => {}, ...options }) {
  return new Promise((resolve, reject) => {
    let received;
    const child = spawn(file, args, options);
    const pass = (signal) => {
      received = signal;
      child.kill(signal);
    };
    const settle = (finish) => (value, signal) => {
      for (const name of passedOn) process.off(name, pass);
      finish(value, signal);
    };
    for (const name of passedOn) process.on(name, pass);
    child.once('spawn', () => onStart(child.pid));
    child.once('error', settle(reject));
    child.once(
      'exit',
      settle((code, signal) => resolve({ code: code ?? codeOf(signal), received })),
    );
  });
}

/** A step before the program: its output goes to stderr; a signal ends the launcher as well. */
export async function runStep(file, args, options) {
  const { code, received } = await run(file, args, { stdio: ['ignore', 2, 2], ...options });
  if (received) throw new Ending('', codeOf(received));
  return code;
}
