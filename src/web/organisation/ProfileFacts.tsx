import { ehrTitles, facilityFunctionTitles, hasBeds } from '#core/organisation/facility.ts';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import type { ProfileView } from './queries.ts';
import { TypeWords } from './TypeWords.tsx';

const staffWords = (staff: boolean | null) =>
  staff === null ? '分からない' : staff ? 'いる' : 'いない（ほかの仕事と兼ねる）';

/** The profile for those who may only read it. */
export function ProfileFacts({ profile }: { readonly profile: ProfileView }) {
  const { type, typeGuessed, beds, functions, ehr, systemStaff } = profile;
  return (
    <>
      <Facts>
        <Fact title="種類">
          <TypeWords type={type} guessed={typeGuessed} />
        </Fact>
        {(hasBeds(type) || beds !== null) && (
          <Fact title="病床数">{beds === null ? 'まだ入力されていません' : `${beds}床`}</Fact>
        )}
        <Fact title="機能">
          {functions.length > 0 ? functions.map((name) => facilityFunctionTitles[name]).join('、') : 'なし'}
        </Fact>
        <Fact title="電子カルテ">{ehrTitles[ehr]}</Fact>
        <Fact title="専任のシステム担当者">{staffWords(systemStaff)}</Fact>
      </Facts>
      <p className="mt-4 text-help text-solid-gray-700 print:hidden">
        直すのは、施設の管理者・安全管理責任者・企画管理者です。
      </p>
    </>
  );
}
