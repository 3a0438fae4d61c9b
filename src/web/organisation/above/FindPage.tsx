import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { hasMembers } from '#core/organisation/organisation.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { organisationQuery, organisations } from '../above-queries.ts';
import { FoundFacilities } from './FoundFacilities.tsx';
import { MemberFacilities } from './MemberFacilities.tsx';

/** Finding a facility to support or to have as a member; it decides itself. */
export function FindPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const query = organisations.findFacilities.queryOptions({ input: { organisationId, words: asked } });
  const { data: found, error } = useQuery({ ...query, enabled: asked !== '' });
  return (
    <Page
      where={<Link href={`/organisations/${organisationId}`}>支援する施設</Link>}
      title="施設を探す"
      sub={`まもりを使っている施設に、支援を申し込${hasMembers(organisation.kind) ? 'むか、参加を提案し' : 'み'}ます。施設が受けるまでは、何も見えません。`}
    >
      <search>
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(words.trim());
          }}
        >
          <div className="min-w-0 flex-1 basis-64">
            <TextField label="施設の名前" type="search" maxLength={100} value={words} onChange={setWords} />
          </div>
          <Button type="submit" look="primary">
            探す
          </Button>
        </form>
      </search>
      <RefusalNote error={error} title="探せませんでした" />
      {found && <FoundFacilities facilities={found} organisation={organisation} />}
      {hasMembers(organisation.kind) && <MemberFacilities organisationId={organisationId} />}
    </Page>
  );
}
