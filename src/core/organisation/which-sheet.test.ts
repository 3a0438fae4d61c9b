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

describe('a list of servers', () => {
  const server = (name: string, updatesEntrusted: (typeof values)[number], onPc = false) => ({
    name,
    onPc,
    updatesEntrusted,
  });

  it('decides instead of the summary', () => {
    const one = [server('電子カルテ', 'yes'), server('検査', 'no'), server('画像', 'unclear')];
    const choice = choose({ updatesEntrusted: 'yes', servers: one });
    expect(choice.deemedCompliance).toBe('does-not-apply');
    expect(choice.reasons.at(-1)).toContain('サーバ（検査）');
  });

  it('with one unclear contract stays unclear and names it', () => {
    const choice = choose({ servers: [server('電子カルテ', 'yes'), server('画像', 'unclear')] });
    expect(choice.deemedCompliance).toBe('unclear');
    expect(choice.reasons.at(-1)).toContain('（画像）');
  });

  it('with every contract written may apply, also for a PC', () => {
    const listed = [server('電子カルテ', 'yes'), server('レセコン', 'yes', true)];
    expect(choose({ ownServers: 'no', appOnPc: 'yes', servers: listed }).deemedCompliance).toBe('may-apply');
  });

  it('without the PC on which the processing ends is not complete', () => {
    const choice = choose({ appOnPc: 'yes', servers: [server('電子カルテ', 'yes')] });
    expect(choice.deemedCompliance).toBe('unclear');
    expect(choice.reasons.at(-1)).toContain('一覧に無い、処理が終わるPC');
  });

  it('without the server said to stand in the house is not complete', () => {
    const choice = choose({ ownServers: 'yes', appOnPc: 'yes', servers: [server('レセコン', 'yes', true)] });
    expect(choice.deemedCompliance).toBe('unclear');
    expect(choice.reasons.at(-1)).toContain('一覧に無い院内のサーバ');
  });

  it('that is empty leaves the summary to decide', () => {
    const cloud: Partial<SheetBranch> = { ownServers: 'no', servers: [] };
    expect(choose({ ...cloud, updatesEntrusted: 'yes' })).toEqual(
      choose({ ownServers: 'no', updatesEntrusted: 'yes' }),
    );
    expect(choose({ ...cloud, updatesEntrusted: 'no' })).toMatchObject({ deemedCompliance: 'does-not-apply' });
    expect(choose({ ...cloud, updatesEntrusted: 'yes' }).reasons.join()).toContain('クラウドだけ');
  });
});
