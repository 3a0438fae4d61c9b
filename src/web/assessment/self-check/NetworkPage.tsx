import { getRouteApi } from '@tanstack/react-router';
import { exitWords, treeSteps } from '#core/assessment/network-tree.ts';
import type { Item, Sheet } from '#core/catalogue/sheet.ts';
import { Answering } from './Answering.tsx';
import { NetworkTree } from './NetworkTree.tsx';
import { NotBegun } from './NotBegun.tsx';
import { useSelfCheck } from './store.ts';

const route = getRouteApi('/public/self-check/network');
const title = '院内ネットワークの段階を調べる';

export function NetworkPage() {
  const check = useSelfCheck();
  if (!check) return <NotBegun title={title} />;
  return (
    <Answering
      check={check}
      sheetId="network-level"
      route={route}
      title={title}
      sub={() => '12の設問に答えます。段階が途中で決まっても、次の一手を示すために残りも答えてください。'}
      List={NetworkTree}
      aboveOf={stepTitle}
    />
  );
}

function stepTitle(_: Sheet, { id }: Item): string {
  const place = treeSteps.findIndex(({ items }) => items.includes(id));
  const step = treeSteps[place];
  return step ? `${place + 1}. ${step.title}（${exitWords(step)}）` : '';
}
