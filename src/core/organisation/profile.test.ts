import { expect, it } from 'vitest';
import { ehrSchema } from './facility.ts';
import { contradictsServers, serverAnswersSchema } from './profile.ts';
import { chooseSheetFor } from './which-sheet.ts';

const values = serverAnswersSchema.shape.ownServers.options;

it('a health record on a server in the house contradicts that there is none, and nothing else does', () => {
  const found = ehrSchema.options.flatMap((ehr) =>
    values.flatMap((ownServers) => {
      const answers = { ownServers, appOnPc: 'no', updatesEntrusted: 'no' } as const;
      const choice = chooseSheetFor({ type: 'hospital', beds: 120, ...answers });
      return contradictsServers({ ehr, sheetChoice: { answers, choice } }) ? [[ehr, ownServers]] : [];
    }),
  );
  expect(found).toEqual([['on-premise', 'no']]);
  expect(contradictsServers({ ehr: 'on-premise', sheetChoice: null })).toBe(false);
});
