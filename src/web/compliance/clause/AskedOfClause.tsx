import { useMutation, useQueryClient } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { outcomeWords } from '#core/plan/decision/outcome.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { clausesQuery, compliance, type ShownClause } from '../calls.ts';

type AskedOfClauseProps = {
  readonly facilityId: string;
  readonly clause: ShownClause;
  readonly roles: readonly Role[];
};

/** What the executives say of the reason why a clause is not kept, or the way to ask them. */
export function AskedOfClause({ facilityId, clause, roles }: AskedOfClauseProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: clausesQuery(facilityId).queryKey });
  const ask = useMutation(
    compliance.askAboutClause.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('経営者に決めてもらうことに加えました。');
      },
      onError: again,
    }),
  );
  if (clause.asked) return <Said {...{ facilityId, roles, asked: clause.asked }} />;
  if (!may(roles, 'decision.ask')) return null;
  return (
    <div className="mt-3 flex flex-col gap-3">
      <RefusalNote error={ask.error} title="加えられませんでした" />
      <div>
        <Button
          pending={ask.isPending ? '加えています' : undefined}
          onPress={() => ask.mutate({ facilityId, clauseId: clause.id, revision: clause.revision })}
        >
          この理由を認めるかを経営者に決めてもらう
        </Button>
      </div>
    </div>
  );
}

type SaidProps = Omit<AskedOfClauseProps, 'clause'> & { readonly asked: NonNullable<ShownClause['asked']> };

function Said({ facilityId, roles, asked: { decided, state } }: SaidProps) {
  const words = decided
    ? `${decided.number}で「${outcomeWords('clause-undone', decided.outcome).title}」。${decided.reason}`
    : '経営者が決めるのを待っています。';
  return (
    <p className="measure mt-3">
      <strong>経営者の決定：</strong>
      {words}
      {state === 'due' && decided && 'もう一度決める日が来ています。'}
      {decided?.outcome === 'declined' && '理由を書き直すと、もう一度決めてもらえます。'}
      {may(roles, 'decision.read') && (
        <>
          {' '}
          <Link href={`/facilities/${facilityId}/decisions`}>経営者が決めることを見る</Link>
        </>
      )}
    </p>
  );
}
