/** Why Mamori does not start and what to do, in Japanese: shown without a stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
