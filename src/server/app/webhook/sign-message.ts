import { Webhook } from 'standardwebhooks';

type Message = { readonly id: string; readonly at: Date; readonly body: string };

/** The headers of Standard Webhooks over a message: signed with each secret, so that a receiver may know either. */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
