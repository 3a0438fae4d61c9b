import { createContext, type ReactNode } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';

export type BesideProps = { readonly item: Item; readonly value: string | null };

/** What another capability says of an item, drawn above its answer: given from outside, since a sheet knows none of them. */
export type Beside = (props: BesideProps) => ReactNode;

/** What another capability says of the whole run, drawn above its items. */
export type Above = () => ReactNode;

export const AboveContext = createContext<Above | undefined>(undefined);

export const BesideContext = createContext<Beside | undefined>(undefined);
