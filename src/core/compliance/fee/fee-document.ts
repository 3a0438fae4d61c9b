import { japaneseMoment } from '../../kernel/fiscal-year.ts';
import {
  type FeeEvidence,
  type FeeProof,
  isUnsure,
  proofWords,
  revisionWords,
  validFromWords,
} from './fee-evidence.ts';

type FeeInput = { readonly evidence: FeeEvidence; readonly facility: string; readonly now: Date };

const proofLine = (proof: FeeProof): string =>
  `${proof.label} ${proof.text}：${proofWords(proof) || 'まだ何もありません'}`;

/** The conditions of a rule with what speaks for each, as they are printed; what nobody could check is marked 要確認. */
export function feeDocument({ evidence, facility, now }: FeeInput) {
  const { title, version, validFrom, summary, source, note, conditions } = evidence;
  return {
    title: `${title}の証跡`,
    facility,
    fiscalYear: null,
    sheet: { title, version, notice: '要約は当方の言い換えです。届出の前に原文を確かめてください' },
    dateLine: `${japaneseMoment(now)}に印刷`,
    revision: `${revisionWords(version)}。${validFromWords(validFrom)}`,
    unsure: isUnsure(evidence),
    summary,
    source,
    note,
    lines: conditions.map((line) => ({
      text: line.text,
      whom: line.whom ?? null,
      unsure: isUnsure(line),
      source: line.source,
      proofs: line.proofs.map(proofLine),
      byHand: line.byHand,
    })),
  };
}
