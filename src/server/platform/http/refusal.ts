/** A refusal named by a code of the contract; the text and status stand there. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: unknown;
  constructor(code: string, details?: unknown) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export const refused = (code: string, details?: unknown) => new Refusal(code, details);
export const notFound = () => new Refusal('not-found');
