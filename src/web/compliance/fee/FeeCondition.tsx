import { isUnsure, proofWords } from '#core/compliance/fee/fee-evidence.ts';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownFee } from '../calls.ts';

type Line = ShownFee['conditions'][number];
type FeeConditionProps = { readonly facilityId: string; readonly line: Line };

/** One condition: what in Mamori speaks for it, what is added by hand, where it comes from. */
export function FeeCondition({ facilityId, line }: FeeConditionProps) {
  const { text, whom, proofs, byHand } = line;
  return (
    <li data-print="whole" className="border-t border-solid-gray-100 py-3">
      <p className="measure">
        <strong>{text}</strong> {isUnsure(line) && !text.includes('要確認') && <Tag tone="attention">要確認</Tag>}
      </p>
      {whom && <p className="text-help text-solid-gray-700">対象：{whom}</p>}
      {proofs.length > 0 && (
        <ul className="mt-2 flex list-disc flex-col gap-1 pl-6">
          {proofs.map((proof) => (
            <li key={proof.id} className="measure">
              <Proof {...{ facilityId, proof }} />
            </li>
          ))}
        </ul>
      )}
      <p className="measure mt-2">
        <strong>手で足すもの：</strong>
        {byHand}
      </p>
    </li>
  );
}

type ProofProps = { readonly facilityId: string; readonly proof: Line['proofs'][number] };

function Proof({ facilityId, proof }: ProofProps) {
  const { id, kind, label, text } = proof;
  const name = `${label} ${text}`;
  const page = kind === 'clause' ? `clauses/${id}` : 'compliance';
  return (
    <>
      <Link href={`/facilities/${facilityId}/${page}`}>{name}</Link>
      <span className="block text-help break-words">{proofWords(proof) || <Tag>まだ何もありません</Tag>}</span>
    </>
  );
}
