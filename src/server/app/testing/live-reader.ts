import type { SheetEvent } from '#core/sheet/live-event.ts';
import type { TestServer } from './test-server.ts';
import type { TestPerson } from './world.ts';

type Batch = { readonly cursor: string; readonly reset: boolean; readonly events: readonly SheetEvent[] };
/** How a stream ended: with a refusal by its code, `done` by the server's will, or `cut`. */
type End = string;

const messageOf = (text: string) => {
  const fields = new Map(text.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
  return { event: fields.get('event'), id: fields.get('id'), data: fields.get('data') };
};

/** One open stream of a facility, read by hand as it comes over HTTP. */
export class LiveReader {
  readonly response: Response;
  readonly batches: Batch[] = [];
  readonly ids: string[] = [];
  readonly ended: Promise<End>;
  readonly #abort: AbortController;

  constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    this.ended = this.#read().catch(() => 'cut');
  }

  static async open(
    { url }: Pick<TestServer, 'url'>,
    person: TestPerson,
    facilityId: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LiveReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/facilities/${facilityId}/live`, {
      headers: { cookie: person.cookie, ...headers },
      signal: abort.signal,
    });
    return new LiveReader(response, abort);
  }

  get events(): readonly SheetEvent[] {
    return this.batches.flatMap(({ events }) => events);
  }

  /** Where the stream is now. */
  get cursor(): string {
    return this.ids.at(-1) ?? '';
  }

  /** The answers told so far: item and value. */
  get answers(): readonly (readonly [string, string | null])[] {
    return this.events.flatMap((event) =>
      event.kind === 'sheet.answered' ? [[event.answer.itemId, event.answer.value] as const] : [],
    );
  }

  leave(): void {
    this.#abort.abort();
  }

  async #read(): Promise<End> {
    let text = '';
    for await (const part of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const messages = `${text}${part}`.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages.map(messageOf)) {
        if (message.event === 'error') return (JSON.parse(message.data ?? '') as { code: string }).code;
        if (message.event === 'message') this.batches.push(JSON.parse(message.data ?? ''));
        if (message.event === 'message') this.ids.push(message.id ?? '');
      }
    }
    return 'done';
  }
}
