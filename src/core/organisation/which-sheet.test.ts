import { describe, expect, it } from 'vitest';
import { facilityTypeSchema } from './facility.ts';
import { chooseSheetFor, type SheetBranch } from './which-sheet.ts';

const clinic: SheetBranch = { type: 'clinic', beds: 0, ownServers: 'yes', appOnPc: 'no', updatesEntrusted: 'yes' };
const choose = (parts: Partial<SheetBranch>) => chooseSheetFor({ ...clinic, ...parts });
const values = ['yes', 'no', 'unclear'] as const;

describe('the sheet', () => {
  it.each<[Partial<SheetBranch>, string]>([
    [{ type: 'hospital', beds: 20 }, 'hospital'],
    [{ type: 'hospital', beds: null }, 'hospital'],
    [{ type: 'clinic-with-beds', beds: 19 }, 'small-facility'],
    [{ type: 'clinic-with-beds', beds: 20 }, 'hospital'],
    [{ type: 'clinic', beds: 0 }, 'small-facility'],
    [{ type: 'pharmacy', beds: null }, 'small-facility'],
    [{ type: 'care-home', beds: 80 }, 'small-facility'],
  ])('for %j is %s', (parts, sheet) => expect(choose(parts).sheet).toBe(sheet));

  it('does not depend on servers and contracts', () => {
    for (const type of facilityTypeSchema.options) {
      const sheets = values.flatMap((ownServers) =>
        values.map((updatesEntrusted) => choose({ type, ownServers, updatesEntrusted }).sheet),
      );
      expect(new Set(sheets).size).toBe(1);
    }
  });
});

describe('deemed compliance', () => {
  it('follows the flow chart for every answer', () => {
    for (const ownServers of values) {
      for (const appOnPc of values) {
        for (const updatesEntrusted of values) {
          const unclear = [ownServers, appOnPc, updatesEntrusted].includes('unclear');
          const expected = updatesEntrusted === 'no' ? 'does-not-apply' : unclear ? 'unclear' : 'may-apply';
          const choice = choose({ ownServers, appOnPc, updatesEntrusted });
          expect(choice.deemedCompliance).toBe(expected);
          expect(choice.reasons.length).toBeGreaterThanOrEqual(2);
          expect(choice.reasons.every((reason) => /（[^）]*(HAIP提言|医療法|保守委託機関編)/.test(reason))).toBe(true);
        }
      }
    }
  });

  it('does not depend on the size', () => {
    expect(choose({ type: 'hospital', beds: 500 }).deemedCompliance).toBe('may-apply');
  });

  it('explains a house with the cloud only', () => {
    expect(choose({ ownServers: 'no' }).reasons.join()).toContain('クラウドだけ');
    expect(choose({ ownServers: 'yes' }).reasons.join()).not.toContain('クラウドだけ');
  });

  it('counts a PC on which the processing ends as a server', () => {
    const { reasons } = choose({ ownServers: 'no', appOnPc: 'yes' });
    expect(reasons.join()).toContain('PC・タブレットは、サーバに数えます');
    expect(reasons.join()).not.toContain('クラウドだけ');
  });

  it('takes what is unclear for not applying until it is settled', () => {
    expect(choose({ updatesEntrusted: 'unclear' }).reasons.at(-1)).toContain('使えないものとして');
  });
});
