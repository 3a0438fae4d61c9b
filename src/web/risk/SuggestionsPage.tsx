import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type SuggestionList, suggestedRisksQuery } from './calls.ts';
import { PassDialog } from './PassDialog.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import { useRoles } from './use-roles.ts';
import { usePassing } from './use-suggestion.ts';

/** Risks the facility may have, by its own results and by what happened elsewhere; a person takes them or sets them aside. */
export function SuggestionsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const edits = may(useRoles(facilityId), 'risk.edit');
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/risks`}>リスク</Link>}
      title="リスクの案"
      sub="点検の結果と、ほかの施設で起きた事故から考えられるリスクです。自分の施設に当てはまるものを、リスクに加えます。"
    >
      {edits ? (
        <OnceRead>
          <Suggesting facilityId={facilityId} />
        </OnceRead>
      ) : (
        <EmptyState title="リスクの案は、リスクを書く人が見られます">
          企画管理者・安全管理責任者・運用担当者が、案からリスクを加えます。
        </EmptyState>
      )}
    </Page>
  );
}

function Suggesting({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(suggestedRisksQuery(facilityId));
  const [passing, setPassing] = useState<SuggestionList['suggestions'][number]>();
  return (
    <>
      {data.suggestions.length === 0 && (
        <EmptyState title="今、案はありません">
          点検を提出すると、対策が要る分野から新しい案が出ることがあります。
        </EmptyState>
      )}
      {data.suggestions.map((suggestion) => (
        <SuggestionCard key={suggestion.id} {...{ facilityId, suggestion }} onPass={() => setPassing(suggestion)} />
      ))}
      {data.passed.length > 0 && <Passed {...{ facilityId, passed: data.passed }} />}
      <p className="measure text-note text-solid-gray-700">
        案の文は、この製品が独自に書いたものです。事故は、公表された資料と報道から短くまとめました。
      </p>
      {passing && <PassDialog {...{ facilityId, suggestion: passing }} onClose={() => setPassing(undefined)} />}
    </>
  );
}

type PassedProps = { readonly facilityId: string; readonly passed: SuggestionList['passed'] };

function Passed({ facilityId, passed }: PassedProps) {
  const back = usePassing(() => undefined);
  return (
    <Card title="今年度は取り上げないもの" aside={`${passed.length}件`}>
      {back.error && <p role="alert">戻せませんでした。{refusalWords(back.error)}</p>}
      <ul>
        {passed.map(({ id, title, reason, passedBy, passedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="measure">{title}</p>
              <p className="measure text-help text-solid-gray-700">
                {reason !== '' && `理由：${reason}　`}
                {passedBy.name}・{japaneseMoment(new Date(passedAt))}
              </p>
            </div>
            <Button
              size="small"
              label={`「${title}」を案に戻す`}
              onPress={() => back.mutate({ facilityId, suggestionId: id, passed: false, reason: '' })}
            >
              案に戻す
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
