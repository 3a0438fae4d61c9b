import type { FacilityType } from '#core/organisation/facility.ts';
import { chooseSheetFor, type SheetChoice } from '#core/organisation/which-sheet.ts';

type Profile = {
  readonly type: FacilityType;
  readonly beds: number | null;
  readonly sheetChoice: { readonly choice: { readonly sheet: SheetChoice['sheet'] } } | null;
};

/** The sheet that fits a facility: what its people have found, else what its kind and beds say. */
export function mainSheetOf({ type, beds, sheetChoice }: Profile): SheetChoice['sheet'] {
  if (sheetChoice) return sheetChoice.choice.sheet;
  const unclear = { ownServers: 'unclear', appOnPc: 'unclear', updatesEntrusted: 'unclear' } as const;
  return chooseSheetFor({ type, beds, ...unclear }).sheet;
}
