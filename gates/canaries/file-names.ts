import type { Canary } from '../gate.ts';

const named = (path: string, ...reported: readonly string[]): Canary => ({ path, text: '', reported });

export const fileNameCanaries: readonly Canary[] = [
  named('src/core/sheet/types.ts', 'types'),
  named('src/core/sheet/sheet.types.ts', 'types'),
  named('src/core/utils/date.ts', 'utils'),
  named('src/server/sheet/service.ts', 'service'),
  named('src/server/sheet/date-helper.test.ts', 'helper'),
  named('src/web/common/Button.tsx', 'common'),
  named('gates/misc.mjs', 'misc'),
  named('src/server/app/data-folder.ts'),
  named('src/core/sheet/run.ts'),
];
