import { conclusionHelp, conclusionSchema, conclusionTitles } from '#core/sheet/conclusion.ts';
import { useAnswering } from '#web/sheet/index.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { useAuditGuide } from './use-audit-guide.ts';

/** Above the items of a check sheet: what the conclusions mean, and how large a sample is. */
export function AuditAbove() {
  const { run } = useAnswering();
  const guide = useAuditGuide(run);
  if (run.purpose !== 'audit') return null;
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white px-4 py-2">
      <Disclosure title="結論の選び方と、選ぶ数（サンプル）" level={2} printedAsSeen>
        <dl className="grid gap-x-4 gap-y-1 pb-3 text-help sm:grid-cols-[8rem_1fr]">
          {conclusionSchema.options.map((one) => (
            <div key={one} className="contents">
              <dt className="font-700">{conclusionTitles[one]}</dt>
              <dd className="measure">{conclusionHelp[one]}</dd>
            </div>
          ))}
        </dl>
        {guide && (
          <div className="flex flex-col gap-2 pb-3 text-help *:measure">
            {Object.values(guide.samples).map((rule) => (
              <p key={rule}>{unbroken(rule)}</p>
            ))}
            <p className="text-note text-solid-gray-700">{guide.notice}</p>
          </div>
        )}
      </Disclosure>
    </div>
  );
}
