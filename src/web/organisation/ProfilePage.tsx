import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { suggestTier } from '#core/organisation/tier.ts';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { drawnName, PrivateUseNote } from './FacilityName.tsx';
import { ProfileFacts } from './ProfileFacts.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { draftOf, profileOf } from './profile-draft.ts';
import { type ProfileView, profileQuery } from './queries.ts';
import { addressOf } from './RegisterList.tsx';
import { SheetCard } from './SheetCard.tsx';
import { TierCard } from './TierCard.tsx';

/** What the facility says of itself, and what follows: the suggested tier and the sheet for it. */
export function ProfilePage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: profile } = useSuspenseQuery(profileQuery(facilityId));
  const session = useSession();
  const roles = session.facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const mayEdit = may(roles, 'facility.edit');
  return (
    <>
      <PageHead
        title="施設の情報"
        sub={
          <>
            <p>
              {drawnName(profile.name)}　{addressOf(profile)}
            </p>
            <PrivateUseNote texts={[profile.name, profile.address]} />
          </>
        }
        action={
          <Button icon="print" onPress={() => window.print()}>
            印刷する
          </Button>
        }
      />
      <PrintFoot words={`施設の情報　${drawnName(profile.name)}　${japaneseDate(new Date())}`} />
      <Profile profile={profile} mayEdit={mayEdit} />
    </>
  );
}

function Profile({ profile, mayEdit }: { readonly profile: ProfileView; readonly mayEdit: boolean }) {
  const [draft, setDraft] = useState(() => draftOf(profile));
  const read = profileOf(draft);
  const shown = mayEdit && 'profile' in read ? read.profile : profile;
  return (
    <div className="grid items-start gap-5 wide:grid-cols-2 print:flex print:flex-col print:items-stretch">
      {mayEdit && (
        <div className="print:hidden">
          <ProfileForm profile={profile} draft={draft} onChange={setDraft} />
        </div>
      )}
      <div className={mayEdit ? 'hidden print:block' : ''}>
        <Card title="施設について">
          <ProfileFacts profile={profile} />
        </Card>
      </div>
      <div className="flex flex-col gap-5">
        <TierCard suggestion={suggestTier(shown)} />
        <SheetCard profile={profile} mayEdit={mayEdit} />
      </div>
    </div>
  );
}
