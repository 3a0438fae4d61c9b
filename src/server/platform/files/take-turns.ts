/** Runs so many at once, the others after them in order of coming. */
export function takeTurns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const begin = waiting.shift();
      if (begin) begin();
      else running -= 1;
    }
  };
}

/** The same for each person by its own count; nothing is kept of whoever has nothing to do. */
export function takeTurnsEach(atOnce: number) {
  const lines = new Map<string, { readonly inTurn: ReturnType<typeof takeTurns>; held: number }>();
  return async <T>(personId: string, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(personId) ?? { inTurn: takeTurns(atOnce), held: 0 };
    lines.set(personId, line);
    line.held += 1;
    try {
      return await line.inTurn(work);
    } finally {
      line.held -= 1;
      if (line.held === 0) lines.delete(personId);
    }
  };
}
