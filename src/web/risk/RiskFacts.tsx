import { ownerWords } from '#core/identity/owner.ts';
import { may } from '#core/identity/role.ts';
import { consequenceText } from '#core/risk/consequence.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { FactList } from './FactList.tsx';
import type { RiskPartProps } from './risk-part.ts';

/** What could happen, to what, why, and what would come of it. */
export function RiskFacts({ risk, roles, open }: RiskPartProps) {
  const { assets, threat, weakness, owner, state } = risk;
  const unsaid = 'まだ書いていません';
  return (
    <Card title="どんなリスクか">
      <FactList
        facts={[
          ['守るもの（資産）', assets.join('、') || unsaid],
          ['起こりうること（脅威）', threat || unsaid],
          ['弱いところ（脆弱性）', weakness || unsaid],
          ['診療への影響', consequenceText(risk) || unsaid],
          ['担当', ownerWords(owner, state !== 'closed') || '決まっていない'],
        ]}
      />
      {may(roles, 'risk.edit') && risk.state !== 'closed' && (
        <div className="mt-4">
          <Button onPress={() => open('edit')}>リスクの内容を直す</Button>
        </div>
      )}
    </Card>
  );
}
