import { describe, expect, it } from 'vitest';
import { mainSheetOf } from './main-sheet.ts';

describe('mainSheetOf', () => {
  it('goes by the kind of facility', () => {
    expect(mainSheetOf({ type: 'hospital', beds: 218, sheetChoice: null })).toBe('hospital');
    expect(mainSheetOf({ type: 'pharmacy', beds: null, sheetChoice: null })).toBe('small-facility');
  });

  it('prefers what the people of the facility have found', () => {
    const sheetChoice = { choice: { sheet: 'small-facility' } } as const;
    expect(mainSheetOf({ type: 'hospital', beds: 20, sheetChoice })).toBe('small-facility');
  });
});
