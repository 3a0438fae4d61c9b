export type Count = { readonly passed: number; readonly failed: number };

/** What a gate found: `faults` are lines to print, `seen` says what it looked at, `tests` where it ran some. */
export type Findings = { readonly faults: readonly string[]; readonly seen: string; readonly tests?: Count };

/**
 * A deliberate violation: a file for which the gate must give, per word of `reported`, a line with that word and the
 * file's path (or `place`, where the gate calls it otherwise). With no word it is right: no line may begin with its path.
 */
export type Canary = {
  readonly path: string;
  readonly text: string;
  readonly reported: readonly string[];
  readonly place?: string;
};

/** One check of a folder laid out like the repository; `scaffold` are the repository's files its canaries stand on. */
export type Gate = {
  readonly name: string;
  readonly inspect: (root: string) => Promise<Findings>;
  readonly scaffold: readonly string[];
  readonly canaries: readonly Canary[];
};
