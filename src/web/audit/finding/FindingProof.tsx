import { proofAt, proofWords } from '#core/audit/finding-place.ts';
import { mayAddEvidence } from '#core/evidence/right.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import type { ShownFinding } from '../calls.ts';

type FindingProofProps = {
  readonly facilityId: string;
  readonly finding: ShownFinding;
  readonly reportedAt: string | null;
};

/** The files that show that a finding was put right: they stand at its item, its clause or itself; those that were not there yet when it was found are marked. */
export function FindingProof({ facilityId, finding, reportedAt }: FindingProofProps) {
  const { person, facilities } = useSession();
  const me = { id: person.id, roles: facilities.find(({ id }) => id === facilityId)?.roles ?? [] };
  const itemId = proofAt(finding);
  return (
    <Disclosure title={`証跡（${proofWords(finding.place)}）`} printedAsSeen>
      <EvidenceFiles
        facilityId={facilityId}
        place={{ itemId }}
        person={me}
        newSince={reportedAt === null ? null : new Date(reportedAt)}
        mayAdd={mayAddEvidence(me, itemId, [])}
      />
    </Disclosure>
  );
}
