import { useNavigate } from '@tanstack/react-router';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Icon, type IconName } from '#web/ui/Icon.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { KindCards } from './KindCards.tsx';
import { OpenFile } from './OpenFile.tsx';
import { countOf, type Kind, kindTitles, type SelfCheck } from './self-check.ts';
import { keepSelfCheck, useSelfCheck } from './store.ts';
import { TabNote } from './TabNote.tsx';

const facts: readonly { readonly icon: IconName; readonly title: string; readonly words: string }[] = [
  { icon: 'list', title: '13問、およそ10分', words: '途中でやめて、あとで続けられます' },
  { icon: 'person', title: '登録は要りません', words: '名前も施設名も聞きません' },
  { icon: 'lock', title: '答えは外へ出ません', words: 'この端末の中で計算し、送りません' },
];

export function StartPage() {
  const check = useSelfCheck();
  const navigate = useNavigate();
  const begin = (kind: Kind) => {
    const before = keepSelfCheck({ kind, sheets: {} });
    if (before) notify('新しく始めました。前の答えは消しました。', () => keepSelfCheck(before));
    void navigate({ to: '/self-check/questions' });
  };
  return (
    <>
      <PageHead
        title="アカウントなしで点検する"
        sub="診療所・薬局・介護施設のための自己点検です。13の設問に答えると、直すところと次の一手が分かり、印刷できます。"
      />
      <div className="flex flex-col gap-5">
        {check && <Continue check={check} />}
        <Card title={check ? '新しく始める' : 'あなたの施設を選んでください'}>
          <KindCards onChoose={begin} />
        </Card>
        <ul className="grid gap-3 sm:grid-cols-3">
          {facts.map((fact) => (
            <li key={fact.title} className="flex items-start gap-3 px-1 py-2">
              <span className="pt-0.5 text-blue-900">
                <Icon name={fact.icon} />
              </span>
              <p>
                <span className="block font-700">{fact.title}</span>
                <span className="text-help text-solid-gray-700">{fact.words}</span>
              </p>
            </li>
          ))}
        </ul>
        <OtherWays />
        <p className="text-note text-solid-gray-700">設問は、ガイドライン・チェックリストに基づく独自設問です。</p>
      </div>
    </>
  );
}

function Continue({ check }: { readonly check: SelfCheck }) {
  const count = countOf(check, 'small-facility');
  return (
    <div className="flex flex-col gap-3">
      <Callout
        tone="note"
        title={`${kindTitles[check.kind]}の自己点検の途中です（13問のうち${count}問に回答済み）`}
        action={
          <>
            <ButtonLink href="/self-check/result">結果を見る</ButtonLink>
            <ButtonLink look="primary" href="/self-check/questions">
              続きから答える
            </ButtonLink>
          </>
        }
      />
      <TabNote />
    </div>
  );
}

function OtherWays() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title="前に保存したファイルがある">
        <OpenFile />
      </Card>
      <Card title="どの点検票を使うか分からない">
        <p className="measure mb-3 text-help text-solid-gray-700">
          有床診療所の方、サーバがあるか分からない方は、ここで確かめられます。病院の方は
          <Link href="/sign-in">サインイン</Link>して80問の点検票に答えます。
        </p>
        <ButtonLink href="/self-check/which-sheet">点検票を確かめる</ButtonLink>
      </Card>
    </div>
  );
}
