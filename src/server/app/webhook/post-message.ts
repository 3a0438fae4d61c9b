import { type Answer, answerSeconds } from '#core/app/webhook/webhook.ts';

type Message = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Time in ms after which nobody waits any more. */
  readonly within?: number;
};

const certificateCode =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

function faultOf(error: unknown): Answer {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  if (name === 'TimeoutError') return { fault: 'timeout' };
  return { fault: certificateCode.test(cause?.code ?? '') ? 'certificate' : 'unreachable' };
}

/** Brings a message to its receiver and asks for no more than the status of the answer; follows nobody elsewhere. */
export async function postMessage({ address, headers, body, within = answerSeconds * 1000 }: Message): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mamori', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(within),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return faultOf(error);
  }
}
