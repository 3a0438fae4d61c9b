import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Received = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
type Told = { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> };
export const toldIn = ({ body }: Received) => JSON.parse(body) as Told;

export type Receiver = {
  readonly address: string;
  readonly host: string;
  readonly received: readonly Received[];
  /** How it answers from now on. */
  answer: (response: ServerResponse) => void;
  stop(): Promise<void>;
};

const take = (response: ServerResponse) => void response.writeHead(204).end();

async function receivedFrom(request: IncomingMessage): Promise<Received> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { headers, body: await text(request) };
}

/** A program that takes what it is told, on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push(await receivedFrom(request));
    receiver.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: Receiver = {
    address: `http://${host}/in`,
    host,
    received,
    answer: take,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
