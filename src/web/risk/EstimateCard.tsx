import { may } from '#core/identity/role.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import { type Estimate, levelOf } from '#core/risk/level.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { FactList } from './FactList.tsx';
import type { RiskPartProps } from './risk-part.ts';
import { estimateWords, levelWords } from './risk-words.ts';

const wordsOf = (estimate: Estimate, criteria: Criteria) =>
  `${levelWords(levelOf(estimate), criteria)}　${estimateWords(estimate, criteria)}`;

/** How large a risk is, and what remains after what is done about it. */
export function EstimateCard({ risk, criteria, roles, open }: RiskPartProps) {
  const { estimate, after, afterNote, toReview, state } = risk;
  return (
    <Card title="大きさ" aside="起こりやすさ × 影響の大きさ">
      {toReview && (
        <div className="mb-3">
          <Callout tone="attention" title="見積もりの見直し待ち">
            見積もりの基準が変わったため、近い段に移しました。
            {may(roles, 'risk.edit')
              ? '「リスクを見積もる」で確かめてください。'
              : 'リスクを書く人が見直すのを待っています。'}
          </Callout>
        </div>
      )}
      {estimate ? (
        <FactList
          facts={[
            ['対応の前', wordsOf(estimate, criteria)],
            ['対応の後に残るもの', after ? wordsOf(after, criteria) : 'まだ見積もっていません'],
            ...(afterNote === '' ? [] : [['残る理由', afterNote] as const]),
          ]}
        />
      ) : (
        <p className="measure">まだ見積もっていません。起こりやすさと影響の大きさを選ぶと、地図に載ります。</p>
      )}
      {may(roles, 'risk.edit') && state !== 'closed' && (estimate || toReview) && (
        <div className="mt-4">
          <Button onPress={() => open('estimate')}>見積もりを直す</Button>
        </div>
      )}
    </Card>
  );
}
