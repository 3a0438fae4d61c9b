import { DropMenu } from '../ui/DropMenu.tsx';

export type FacilityDoor = { readonly name: string; readonly href: string };

type FacilitySwitchProps = { readonly name: string; readonly others: readonly FacilityDoor[] };

/** The facility of this page; for people in several, the way to the others. */
export function FacilitySwitch({ name, others }: FacilitySwitchProps) {
  if (others.length === 0) return <span className="truncate">{name}</span>;
  const entries = others.map((other) => ({ title: other.name, href: other.href }));
  return (
    <div className="min-w-0 sm:-ml-2">
      <DropMenu label="施設を切り替える" entries={entries}>
        <span className="sr-only">施設：</span>
        <span className="truncate">{name}</span>
      </DropMenu>
    </div>
  );
}
