import { prefectureName } from '#core/organisation/prefecture.ts';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { drawnName } from './FacilityName.tsx';
import type { Registered } from './queries.ts';
import { TypeWords } from './TypeWords.tsx';

/** Where a facility lies, with its prefecture once. */
export function addressOf({ prefecture, address }: Pick<Registered, 'prefecture' | 'address'>): string {
  const name = prefectureName(prefecture) ?? '';
  const place = drawnName(address);
  return place.startsWith(name) ? place : name + place;
}

export function RegisterList({ facilities }: { readonly facilities: readonly Registered[] }) {
  return (
    <ul aria-label="見つかった施設" className="rounded-12 border border-solid-gray-100 bg-white">
      {facilities.map((facility) => (
        <Line key={facility.id} facility={facility} />
      ))}
    </ul>
  );
}

function Line({ facility }: { readonly facility: Registered }) {
  const { id, name, code, type, typeGuessed, beds, openedAt } = facility;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-solid-gray-100 px-4 py-3 first:border-t-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p>
          <Link href={`/admin/register/${id}`}>{drawnName(name)}</Link>
        </p>
        <p className="text-help text-solid-gray-700">{addressOf(facility)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-help sm:basis-88 sm:justify-end">
        {openedAt && <Tag tone="done">利用中</Tag>}
        <TypeWords type={type} guessed={typeGuessed} />
        {beds !== null && beds > 0 && <span className="tabular-nums">{beds}床</span>}
        <span className="w-20 text-right tabular-nums text-solid-gray-700">{code ?? 'コードなし'}</span>
      </div>
    </li>
  );
}
