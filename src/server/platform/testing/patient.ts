/** How long what comes by itself is waited for: a busy machine takes a multiple of its time, and what never comes fails all the same. */
export const patient = { timeout: 30_000 } as const;
