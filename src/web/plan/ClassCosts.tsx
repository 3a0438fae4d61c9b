import { costRange } from '#core/assessment/cost.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { classCost, classCostId, costClasses, defaultCost } from '#core/plan/reckoned-cost.ts';
import { Card } from '#web/ui/Card.tsx';
import type { Costing } from './CostDialog.tsx';
import { CostLine } from './CostLine.tsx';

const titles = ['お金のかからない対策', '小さな費用の対策', '中くらいの費用の対策', '大きな費用の対策'] as const;

type ClassCostsProps = {
  readonly sheetId: SheetId;
  readonly own: ReadonlyMap<string, number>;
  readonly onEdit: (costing: Costing) => void;
};

/** The amount each cost class stands for: what a measure costs that has no amount of its own. */
export function ClassCosts({ sheetId, own, onEdit }: ClassCostsProps) {
  return (
    <Card title="費用の大きさごとの目安" aside="金額を直していない対策に使います">
      <ul>
        {costClasses.map((costClass) => {
          const [id, title] = [classCostId(costClass, sheetId), titles[costClass]];
          return (
            <CostLine
              key={id}
              title={title}
              range={costRange(costClass, sheetId)}
              effort={{ cost: classCost(costClass, sheetId, own) }}
              isOwn={own.has(id)}
              onEdit={() => onEdit({ id, title, usual: { cost: defaultCost(costClass, sheetId) } })}
            />
          );
        })}
      </ul>
    </Card>
  );
}
