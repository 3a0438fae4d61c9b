import { cityOf } from './city.ts';
import type { FacilityType } from './facility.ts';
import { folded, gramsOf } from './folding.ts';
import { ownName } from './own-name.ts';
import { guessType } from './type-guess.ts';

/** What follows from a name and address: where it lies, how it is sorted and found, what kind it may be. */
export type RegisterEntry = {
  readonly city: string;
  readonly typeGuess: FacilityType;
  readonly nameSort: string;
  readonly nameFolded: string;
  readonly grams: readonly string[];
};

type Named = { readonly name: string; readonly address: string; readonly prefecture: number };

/** A name that folds to nothing (only symbols) is sorted and found by nothing but its code and place. */
export function registerEntry({ name, address, prefecture }: Named): RegisterEntry {
  const nameFolded = folded(name);
  return {
    city: cityOf(address, prefecture),
    typeGuess: guessType(name),
    nameSort: folded(ownName(name)) || nameFolded,
    nameFolded,
    grams: gramsOf(nameFolded),
  };
}
