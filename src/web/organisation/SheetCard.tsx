import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ProfileView } from './queries.ts';
import { ServerAnswersForm } from './ServerAnswersForm.tsx';

type SheetCardProps = { readonly profile: ProfileView; readonly mayEdit: boolean };

const sheetTitles = {
  hospital: '病院の点検票（21分野80問）',
  'small-facility': '診療所・薬局・介護施設の点検票（11分野13問）',
};
const deemedWords = {
  'may-apply': '使える可能性があります',
  'does-not-apply': '使えません',
  unclear: 'まだ分かりません',
};

/** Which sheet the facility uses and whether みなし遵守 may apply, from its own answers. */
export function SheetCard({ profile, mayEdit }: SheetCardProps) {
  const { sheetChoice } = profile;
  const [asking, setAsking] = useState(false);
  if (asking && mayEdit) {
    return (
      <Card title="どの点検票を使うか">
        <ServerAnswersForm profile={profile} onDone={() => setAsking(false)} />
      </Card>
    );
  }
  return (
    <Card title="どの点検票を使うか">
      {sheetChoice ? (
        <Advice choice={sheetChoice.choice} />
      ) : (
        <p className="measure text-help">
          サーバーと契約についての3つの質問に答えると、使う点検票と、保守委託機関の「みなし遵守」が使えるかの見込みが分かります。
        </p>
      )}
      {mayEdit && (
        <div className="mt-4 print:hidden">
          <Button onPress={() => setAsking(true)}>{sheetChoice ? '答え直す' : '3つの質問に答える'}</Button>
        </div>
      )}
    </Card>
  );
}

type Choice = NonNullable<ProfileView['sheetChoice']>['choice'];

function Advice({ choice }: { readonly choice: Choice }) {
  return (
    <dl className="flex flex-col gap-3">
      <div>
        <dt className="text-help text-solid-gray-700">使う点検票</dt>
        <dd className="phrase font-700">{sheetTitles[choice.sheet]}</dd>
      </div>
      <div>
        <dt className="text-help text-solid-gray-700">
          みなし遵守（保守委託機関編に従えば、ガイドラインを守ったとみなされる扱い）
        </dt>
        <dd className="font-700">
          {deemedWords[choice.deemedCompliance]}{' '}
          <Tag tone={choice.deemedCompliance === 'may-apply' ? 'done' : 'attention'}>要確認</Tag>
        </dd>
      </div>
      <div>
        <dt className="text-help text-solid-gray-700">理由</dt>
        <dd>
          <ul className="measure list-disc pl-5 text-help">
            {choice.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
