import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { SuggestionList } from './calls.ts';
import { useTaking } from './use-suggestion.ts';

type Suggestion = SuggestionList['suggestions'][number];
type SuggestionCardProps = {
  readonly facilityId: string;
  readonly suggestion: Suggestion;
  readonly onPass: () => void;
};

/** A risk the facility may have: why, what happened elsewhere, and the way to take it. */
export function SuggestionCard({ facilityId, suggestion, onPass }: SuggestionCardProps) {
  const take = useTaking(facilityId);
  const { id, title, threat, weakness, reasons, incidents } = suggestion;
  return (
    <Card title={title}>
      <p className="measure">
        {threat}。弱いところ：{weakness}。
      </p>
      {reasons.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1">
          {reasons.map((reason) => (
            <li key={reason} className="measure">
              <Tag tone="attention">自分の施設</Tag>　{reason}
            </li>
          ))}
        </ul>
      )}
      {incidents.length > 0 && (
        <div className="mt-2">
          <Disclosure title={`ほかの施設で起きたこと（${incidents.length}件）`}>
            <Incidents incidents={incidents} />
          </Disclosure>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button
          onPress={() => take.mutate({ facilityId, suggestionId: id })}
          pending={take.isPending ? '加えています' : undefined}
          label={`「${title}」をリスクに加える`}
        >
          リスクに加える
        </Button>
        <Button look="quiet" flush="phone" onPress={onPass} label={`「${title}」を今年度は取り上げない`}>
          今年度は取り上げない
        </Button>
      </div>
      {take.error && (
        <p role="alert" className="mt-2">
          加えられませんでした。{refusalWords(take.error)}
        </p>
      )}
    </Card>
  );
}

function Incidents({ incidents }: Pick<Suggestion, 'incidents'>) {
  return (
    <ul className="flex flex-col gap-3 py-2">
      {incidents.map(({ when, where, cause, harm, source, firstHand }) => (
        <li key={`${when} ${where}`} className="measure">
          <p>
            <strong>
              {when} {where}
            </strong>
            {!firstHand && (
              <>
                {' '}
                <Tag>要確認</Tag>
              </>
            )}
          </p>
          <p>原因：{cause}。</p>
          <p>被害：{harm}。</p>
          <p className="text-note text-solid-gray-700">
            出典：{source}
            {!firstHand && '（当事者の公表ではなく、報道などによります）'}
          </p>
        </li>
      ))}
    </ul>
  );
}
