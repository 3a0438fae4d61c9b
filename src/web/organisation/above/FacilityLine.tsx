import type { ReactNode } from 'react';
import { drawnName } from '../FacilityName.tsx';

type FacilityLineProps = {
  readonly facility: { readonly name: string; readonly city: string };
  /** What can be done about the facility. */
  readonly children: ReactNode;
};

/** One facility in a list of an organisation. */
export function FacilityLine({ facility: { name, city }, children }: FacilityLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <p className="min-w-0 flex-1 basis-40">
        <span className="block font-700">{drawnName(name)}</span>
        <span className="text-help text-solid-gray-700">{city}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </li>
  );
}
