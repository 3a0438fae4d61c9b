import { roleText } from '#core/catalogue/role-text.ts';
import { Tag } from '#web/ui/Tag.tsx';

type EffortProps = {
  readonly cost: string;
  readonly effort: string;
  readonly role: string;
  /** What comes back every year. */
  readonly later?: string;
};

/** What a measure takes: money, time and whose. */
export function Effort({ cost, effort, role, later = '' }: EffortProps) {
  return (
    <div className="flex shrink-0 flex-col gap-1 wide:w-80 wide:items-end print:w-44 print:items-end">
      <p className="flex flex-wrap gap-1 wide:justify-end print:justify-end">
        <Tag>{cost}</Tag>
        <Tag>{effort}</Tag>
        <Tag>{roleText(role)}</Tag>
      </p>
      {later && <p className="text-note text-solid-gray-700">続けるには、{later}</p>}
    </div>
  );
}
