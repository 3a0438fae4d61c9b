import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { auditQuery, audits } from '../calls.ts';

type ConcernedSystemsProps = {
  readonly path: { readonly facilityId: string; readonly auditId: string };
  readonly itemId: string;
  readonly settled: boolean;
};

/** The systems of the scope that what is concluded at an item concerns; nothing where no system is in scope. */
export function ConcernedSystems({ path, itemId, settled }: ConcernedSystemsProps) {
  const client = useQueryClient();
  const audit = useQuery({ ...auditQuery(path), staleTime: 60_000 }).data;
  const again = () => client.invalidateQueries({ queryKey: audits.audit.key({ input: path }) });
  const save = useMutation(audits.concern.mutationOptions({ onSettled: again }));
  if (!audit || audit.systems.length === 0) return null;
  const standing = audit.concerned.find((one) => one.itemId === itemId)?.systems ?? [];
  const value = save.isPending ? save.variables.systems : standing;
  if (settled || !audit.mine)
    return standing.length > 0 && <p className="text-help">システム：{standing.join('、')}</p>;
  return (
    <>
      <RefusalNote error={save.error} title="保存できませんでした" />
      <CheckboxGroup
        label="この結論が関わるシステム"
        help="指摘になると、システムごとに報告書に出ます。"
        value={value}
        onChange={(systems) => save.mutate({ ...path, itemId, systems: [...systems] })}
      >
        <div className="flex flex-wrap gap-x-4">
          {audit.systems.map((system) => (
            <Checkbox key={system} value={system}>
              {system}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </>
  );
}
