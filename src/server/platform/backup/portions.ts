const newline = 10;

/**
 * Takes a stream of rows apart into streams of about so many bytes, each of whole rows; at least one. Each must be read to
 * its end before the next is asked for.
 */
export async function* portionsOf(rows: AsyncIterable<Buffer>, most: number): AsyncGenerator<AsyncIterable<Buffer>> {
  const source = rows[Symbol.asyncIterator]();
  const more = async () => {
    const { done, value } = await source.next();
    return done ? undefined : value;
  };
  let held: Buffer | undefined = await more();
  async function* portion(): AsyncGenerator<Buffer> {
    for (let given = 0; held; ) {
      const end = given < most ? 0 : held.indexOf(newline) + 1;
      const part = end > 0 ? held.subarray(0, end) : held;
      held = part.length < held.length ? held.subarray(part.length) : await more();
      given += part.length;
      yield part;
      if (end > 0) return;
    }
  }
  do yield portion();
  while (held);
}
