import { useState } from 'react';
import { placeWords } from '#core/audit/finding-place.ts';
import { Button } from '#web/ui/Button.tsx';
import type { ShownAudit, ShownRemark } from '../calls.ts';
import { ConclusionTag } from '../finding/ConclusionTag.tsx';
import { RemarkDialog, type RemarkPlace } from './RemarkDialog.tsx';
import { RemoveRemark } from './RemoveRemark.tsx';

type RemarksProps = { readonly facilityId: string; readonly audit: ShownAudit; readonly place: RemarkPlace };

const standsAt = (place: RemarkPlace) => (remark: ShownRemark) =>
  place.kind === 'clause' ? remark.clauseId === place.clause.id : remark.system === place.system;

/** What the team has recorded at a clause or a system, and the way to record more; nothing for others, nor once it is reported. */
export function Remarks({ facilityId, audit, place }: RemarksProps) {
  const [open, setOpen] = useState<'new' | ShownRemark>();
  if (!audit.mine || audit.begunAt === null || audit.reportedAt !== null) return null;
  const path = { facilityId, auditId: audit.id };
  return (
    <div className="mt-2 flex flex-col gap-2">
      <ul className="flex flex-col gap-2 empty:hidden">
        {audit.remarks.filter(standsAt(place)).map((remark) => (
          <li key={remark.id} className="rounded-8 border border-solid-gray-100 p-3">
            <p className="flex flex-wrap items-center gap-2">
              <ConclusionTag conclusion={remark.conclusion} />
              <span className="text-help text-solid-gray-700">{remark.writtenBy.name}さんの所見</span>
            </p>
            <p className="measure mt-1 break-words whitespace-pre-line">{remark.statement}</p>
            <div className="mt-1 flex flex-wrap gap-x-2 print:hidden">
              <Button look="quiet" size="small" flush="start" onPress={() => setOpen(remark)}>
                所見を直す
              </Button>
              <RemoveRemark {...{ facilityId, remark }} />
            </div>
          </li>
        ))}
      </ul>
      <div className="print:hidden">
        <Button
          look="quiet"
          size="small"
          flush="start"
          label={`${placeWords(place)}の所見を書く`}
          onPress={() => setOpen('new')}
        >
          所見を書く
        </Button>
      </div>
      {open && (
        <RemarkDialog
          {...{ path, place }}
          remark={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
