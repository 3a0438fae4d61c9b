import type { RunPath } from '#web/sheet/index.ts';
import type { LoadedResult } from './load-result.ts';
import type { ShownResult } from './result/shown-result.ts';

/** What every part of the page of a stored result is given. */
export type PagePart = { readonly path: RunPath; readonly loaded: LoadedResult; readonly shown: ShownResult };
