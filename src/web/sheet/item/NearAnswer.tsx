import { useQuery } from '@tanstack/react-query';
import { proposeFromNear } from '#core/catalogue/near-proposal.ts';
import type { Item } from '#core/catalogue/sheet.ts';
import { useAnswering } from '../answering.ts';
import { runQuery, runsQuery } from '../queries.ts';
import { useItem } from './use-item.ts';

const words = { yes: 'はい', no: 'いいえ' } as const;

/** Questions of another run of the year that ask nearly the same, and what their answers speak for; a person chooses. */
export function NearAnswer({ item }: { readonly item: Item }) {
  const { path, run, targets } = useAnswering();
  const { answer } = useItem(item);
  const near = (item.near ?? []).flatMap((id) => (targets[id] ? [{ id, ...targets[id] }] : []));
  const { data: runs } = useQuery({ ...runsQuery(path.facilityId), enabled: near.length > 0 });
  const beside = runs?.find(({ sheetId, fiscalYear }) => sheetId === near[0]?.sheetId && fiscalYear === run.fiscalYear);
  const runId = beside?.id ?? '';
  const { data: other } = useQuery({ ...runQuery({ ...path, runId }), enabled: beside !== undefined });
  if (!other) return null;
  const valueOf = (id: string) => other.answers.find(({ itemId }) => itemId === id)?.value ?? null;
  const proposal = answer.value === null ? proposeFromNear(near.map(({ id }) => valueOf(id))) : undefined;
  return (
    <p className="text-help text-solid-gray-700">
      近い設問：{near.map(({ label, text }) => `${label}「${text}」`).join('、')}
      {proposal && (
        <strong className="block text-solid-gray-900">
          その答えからは「{words[proposal]}」と考えられます。確かめて選んでください。
        </strong>
      )}
    </p>
  );
}
