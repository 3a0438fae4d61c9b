import type { ReactNode } from 'react';
import { changeText, sheetScoreText } from '#core/assessment/score-text.ts';
import { Card } from '#web/ui/Card.tsx';
import { FiscalYear } from '#web/ui/FiscalYear.tsx';
import { Link } from '#web/ui/Link.tsx';
import { asksExecutives, type Facts, type ResultFacts } from './facts.ts';
import { runHref } from './task.ts';

/** How the facility stands: score, weak areas, network level, executives. */
export function Picture({ facts }: { readonly facts: Facts }) {
  const { result, networkLevel, executives } = facts;
  if ((!result || result.score === null) && networkLevel === null) return <NoPicture />;
  return (
    <Card title="今の姿" aside={result && result.score !== null && <Standing result={result} facts={facts} />}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5">
        <Part title="総合（自己点検）" figure={sheetScoreText(result?.score ?? null)} unit="/ 3点">
          {result && <Change change={result.change} />}
          {result?.proven && <Proven figure={sheetScoreText(result.proven.score)} />}
        </Part>
        <Part
          title="対策が要る分野"
          figure={result ? String(result.weakAreas) : '－'}
          unit={`/ ${result?.areas ?? 21}分野`}
        >
          {result?.proven && <Proven figure={`${result.proven.weakAreas}分野`} />}
        </Part>
        <Part title="ネットワーク" figure={networkLevel === null ? '－' : `レベル${networkLevel}`}>
          {networkWords(facts)}
          {facts.provenLevel !== null && <Proven figure={`レベル${facts.provenLevel}`} />}
        </Part>
        {asksExecutives(facts) && (
          <Part title="経営層の回答" figure={String(executives.answered ?? 0)} unit={peopleUnit(executives.members)}>
            {besideLastYears(facts) && '今年度'}
          </Part>
        )}
      </dl>
      {result && result.score !== null && (
        <p className="mt-4">
          <Link href={`${runHref(facts, result.runId)}/result`}>
            {result.preview ? '途中の姿を見る' : '結果を見る'}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** Whether last year's score stands beside what is known of this year. */
function besideLastYears({ result, fiscalYear }: Facts): boolean {
  return result !== undefined && result.fiscalYear !== fiscalYear;
}

function networkWords(facts: Facts): string {
  const year = besideLastYears(facts) ? '今年度' : '';
  if (facts.networkLevel !== null) return year;
  const words = facts.network ? '提出すると出ます' : 'まだ調べていません';
  return year ? `${year}は、${words}` : words;
}

function peopleUnit(members: number | undefined): string {
  return members === undefined ? '人' : `/ ${members}人`;
}

type StandingProps = { readonly result: ResultFacts; readonly facts: Facts };

function Standing({ result, facts }: StandingProps) {
  if (result.fiscalYear !== facts.fiscalYear) return <FiscalYear year={result.fiscalYear} />;
  return result.preview ? '途中（提出前）' : '提出済み';
}

function Change({ change }: Pick<ResultFacts, 'change'>) {
  if (change === null) return null;
  const rises = change > 0;
  return (
    <span className={rises ? 'text-green-900' : 'text-solid-gray-800'}>
      {rises && <span aria-hidden="true">↑ </span>}
      {change < 0 && <span aria-hidden="true">↓ </span>}
      前回より {changeText(change, 2)}
    </span>
  );
}

/** What audits and drills established, below what is claimed. */
function Proven({ figure }: { readonly figure: string }) {
  return <span className="block font-700">監査・訓練では {figure}</span>;
}

function NoPicture() {
  return (
    <Card title="今の姿">
      <p className="text-help text-solid-gray-700">
        点検に答えると、ここに総合の点数、対策が要る分野の数、ネットワークの段階などが出ます。
      </p>
    </Card>
  );
}

type PartProps = {
  readonly title: string;
  readonly figure: string;
  readonly unit?: string;
  readonly children?: ReactNode;
};

function Part({ title, figure, unit, children }: PartProps) {
  return (
    <div>
      <dt className="text-help text-solid-gray-700">{title}</dt>
      <dd className="tabular-nums">
        <span className="text-figure whitespace-nowrap">{figure}</span>
        {unit && figure !== '－' && <span className="text-help whitespace-nowrap text-solid-gray-700"> {unit}</span>}
        {children && <span className="block text-help">{children}</span>}
      </dd>
    </div>
  );
}
