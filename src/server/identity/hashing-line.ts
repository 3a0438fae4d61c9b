import { refused } from '../platform/http/refusal.ts';

type Limits = { readonly running: number; readonly waiting: number; readonly perAddress: number };

export type HashingLine = <T>(address: string, work: () => Promise<T>) => Promise<T>;

/** Argon2 runs on the four threads of Node's pool; what must wait longer than a moment is refused. */
const usual: Limits = { running: 4, waiting: 32, perAddress: 4 };

/**
 * Work with passwords costs memory and time by design: so many at once, so many waiting, so many of one address, and
 * everything beyond is refused before it costs anything.
 */
export function hashingLine({ running, waiting, perAddress }: Limits = usual): HashingLine {
  const line: (() => void)[] = [];
  const held = new Map<string, number>();
  let busy = 0;

  const enter = async (address: string) => {
    const own = held.get(address) ?? 0;
    if (own >= perAddress || (busy >= running && line.length >= waiting)) throw refused('too-many');
    held.set(address, own + 1);
    if (busy < running) busy += 1;
    else await new Promise<void>((begin) => line.push(begin));
  };
  const leave = (address: string) => {
    const own = held.get(address) ?? 0;
    if (own > 1) held.set(address, own - 1);
    else held.delete(address);
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  };
  return async (address, work) => {
    await enter(address);
    try {
      return await work();
    } finally {
      leave(address);
    }
  };
}
