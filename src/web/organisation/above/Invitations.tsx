import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { isUnderWay, lookAgainMs, mailWords } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { organisationInvitationsQuery, organisations } from '../above-queries.ts';
import { PersonLine } from './PersonLine.tsx';

/** Who was invited into the organisation and has not come yet. */
export function Invitations({ organisationId }: { readonly organisationId: string }) {
  const client = useQueryClient();
  const query = organisationInvitationsQuery(organisationId);
  const { data } = useSuspenseQuery({
    ...query,
    refetchInterval: ({ state }) => (state.data?.some(({ mail }) => isUnderWay(mail)) ? lookAgainMs : false),
  });
  const waiting = data.filter(({ state }) => state === 'waiting');
  const act = useMutation(
    organisations.withdrawInvitation.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
  if (waiting.length === 0) return null;
  return (
    <Card title="招待中" aside={`${waiting.length}人`}>
      <RefusalNote error={act.error} title="取り消せませんでした" />
      <ul>
        {waiting.map(({ id, name, roles, mail }) => (
          <PersonLine key={id} name={name} roles={roles} note={mail && mailWords[mail]}>
            <Button
              size="small"
              onPress={() => act.mutate({ organisationId, invitationId: id })}
              label={`${name}さんへの招待を取り消す`}
            >
              取り消す
            </Button>
          </PersonLine>
        ))}
      </ul>
    </Card>
  );
}
