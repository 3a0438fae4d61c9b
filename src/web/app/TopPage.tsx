import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ResultSample } from './ResultSample.tsx';

const steps = [
  { title: '答える', words: '設問に「していない」から「見直している」までの4段階で答えます。分からなくても進めます。' },
  { title: '分かる', words: '弱い分野と、院内ネットワークの段階が、点数と図で分かります。' },
  { title: '動く', words: '費用のかからない順に、最初の6つの対策を示します。1枚に印刷して会議に出せます。' },
];

export function TopPage() {
  return (
    <div className="flex flex-col gap-12 py-2 sm:py-6">
      <div className="grid items-center gap-10 wide:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex flex-col gap-6">
          <div>
            <PageTitle look="display" title="サイバー攻撃を受けても、診療を続ける。" tab="まもり" />
            <p className="measure mt-3 text-solid-gray-700">
              まもりは、病院・診療所・薬局・介護施設が今の備えを確かめ、次にすることを決めるための道具です。
            </p>
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <Way title="診療所・薬局・介護施設の方" words="13問・約10分。登録は要らず、答えは端末の外へ出ません。">
              <ButtonLink look="primary" size="large" wide href="/self-check">
                アカウントなしで点検する
              </ButtonLink>
            </Way>
            <Way title="病院・登録済みの施設の方" words="80問の点検、担当の分担、前の年との比較、会議に出せる報告書。">
              <ButtonLink size="large" wide href="/sign-in">
                サインイン
              </ButtonLink>
            </Way>
          </div>
          <p className="text-help">
            どの点検票か迷うときは <Link href="/self-check/which-sheet">点検票を確かめる</Link>
          </p>
        </div>
        <ResultSample />
      </div>
      <ol className="grid gap-6 border-t border-solid-gray-200 pt-8 sm:grid-cols-3">
        {steps.map(({ title, words }, place) => (
          <li key={title} className="flex gap-4">
            <span className="text-figure tabular-nums text-blue-900">{place + 1}</span>
            <p>
              <span className="block text-section">{title}</span>
              <span className="text-help text-solid-gray-700">{words}</span>
            </p>
          </li>
        ))}
      </ol>
      <p className="measure text-note text-solid-gray-700">
        設問は、医療情報システムの安全管理に関するガイドラインと、医療機関におけるサイバーセキュリティ対策チェックリストに基づく独自のものです。
      </p>
    </div>
  );
}

type WayProps = { readonly title: string; readonly words: string; readonly children: ReactNode };

function Way({ title, words, children }: WayProps) {
  return (
    <section className="flex flex-col justify-between gap-4 rounded-12 border border-solid-gray-100 bg-white p-5">
      <div>
        <h2 className="text-section">{title}</h2>
        <p className="text-help text-solid-gray-700">{words}</p>
      </div>
      {children}
    </section>
  );
}
