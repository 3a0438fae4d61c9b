import { refused } from '../platform/http/refusal.ts';

type Limits = { readonly running: number; readonly waiting: number; readonly perCaller: number };

export type HashingLine = <T>(caller: string, work: () => Promise<T>) => Promise<T>;

/** Argon2 runs on the four threads of Node's pool; what must wait longer than a moment is refused. */
const usual: Limits = { running: 4, waiting: 32, perCaller: 4 };

/**
 * Work with passwords costs memory and time by design: so many at once, so many waiting, so many of one caller (the person,
 * where one is signed in), and everything beyond is refused before it costs anything.
 */
export function hashingLine({ running, waiting, perCaller }: Limits = usual): HashingLine {
  const line: (() => void)[] = [];
  const held = new Map<string, number>();
  let busy = 0;

  const enter = async (caller: string) => {
    const own = held.get(caller) ?? 0;
    if (own >= perCaller || (busy >= running && line.length >= waiting)) throw refused('too-many');
    held.set(caller, own + 1);
    if (busy < running) busy += 1;
    else await new Promise<void>((begin) => line.push(begin));
  };
  const leave = (caller: string) => {
    const own = held.get(caller) ?? 0;
    if (own > 1) held.set(caller, own - 1);
    else held.delete(caller);
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  };
  return async (caller, work) => {
    await enter(caller);
    try {
      return await work();
    } finally {
      leave(caller);
    }
  };
}
