import { facilityFunctionTitles, hasBeds } from '#core/organisation/facility.ts';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import type { Registered } from './queries.ts';
import { addressOf } from './RegisterList.tsx';
import { TypeWords } from './TypeWords.tsx';

/** What the register knows of a facility. */
export function FacilityFacts({ facility }: { readonly facility: Registered }) {
  const { code, postalCode, type, typeGuessed, beds, functions } = facility;
  const postal = postalCode ? `〒${postalCode.slice(0, 3)}-${postalCode.slice(3)}　` : '';
  return (
    <Facts>
      <Fact title="医療機関コード">{code ?? 'なし（公開の一覧にない施設）'}</Fact>
      <Fact title="所在地">
        {postal}
        {addressOf(facility)}
      </Fact>
      <Fact title="種類">
        <TypeWords type={type} guessed={typeGuessed} />
        {typeGuessed && (
          <span className="block text-help text-solid-gray-700">
            名称からの推定です。利用を始めると、施設の人が「施設の情報」で確かめます。
          </span>
        )}
      </Fact>
      {(hasBeds(type) || beds !== null) && (
        <Fact title="病床数">{beds === null ? 'まだ分かりません' : `${beds}床`}</Fact>
      )}
      {functions.length > 0 && (
        <Fact title="機能">{functions.map((name) => facilityFunctionTitles[name]).join('、')}</Fact>
      )}
    </Facts>
  );
}
