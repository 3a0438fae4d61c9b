import { stepState, treeSteps, walkTree } from '#core/assessment/network-tree.ts';
import { useAnswering } from '#web/sheet/index.ts';
import { TreeMap } from '../self-check/TreeMap.tsx';

/** Which question of the flow decides the level by the answers so far. */
export function NetworkPosition() {
  const { standings } = useAnswering();
  const walk = walkTree(standings.answers);
  return (
    <>
      <TreeMap
        states={treeSteps.map((step) => stepState(step, standings.answers))}
        walk={walk}
        anchorOf={({ items }) => items[0] ?? ''}
      />
      {walk.level !== null && (
        <p className="px-1 text-help text-solid-gray-700">
          段階は{walk.step + 1}番目の分かれ道で決まりました。次の一手を示すために、残りにも答えてください。
        </p>
      )}
    </>
  );
}
