import { type FindingState, findingStateTitles } from '#core/audit/finding.ts';
import { askedWords, placeWords } from '#core/audit/finding-place.ts';
import { ownerWords } from '#core/identity/owner.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import type { ShownFinding } from '../calls.ts';
import { ConclusionTag } from './ConclusionTag.tsx';
import { FindingActs } from './FindingActs.tsx';
import { FindingProof } from './FindingProof.tsx';
import type { FindingsProps, OneFinding } from './finding-part.ts';

/** What an audit found, each with how it is put right. */
export function Findings({ facilityId, audit }: FindingsProps) {
  if (audit.findings.length === 0) {
    return <p>指摘はありません。{audit.progress?.items !== 0 && '対象のすべての設問が適合でした。'}</p>;
  }
  return (
    <ul className="flex flex-col">
      {audit.findings.map((finding) => (
        <li
          key={finding.id}
          data-print="whole"
          className="border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0"
        >
          <One {...{ facilityId, audit, finding }} />
        </li>
      ))}
    </ul>
  );
}

const stateTones: Readonly<Record<FindingState, 'plain' | 'now' | 'attention' | 'done'>> = {
  noted: 'plain',
  open: 'attention',
  corrected: 'now',
  closed: 'done',
};

function One({ facilityId, audit, finding }: OneFinding) {
  const { conclusion, state, late, place, statement } = finding;
  const asked = askedWords(place);
  return (
    <article aria-label={`${placeWords(place)}の指摘`} className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <ConclusionTag conclusion={conclusion} />
        {state !== 'noted' && <Tag tone={stateTones[state]}>{findingStateTitles[state]}</Tag>}
        {late && <Tag tone="attention">{state === 'corrected' ? '確認が遅れています' : '期限を過ぎています'}</Tag>}
        <span className="text-help text-solid-gray-700">{placeWords(place)}</span>
      </p>
      <p className="measure font-700 break-words whitespace-pre-line">{statement}</p>
      {asked && <p className="measure text-help text-solid-gray-700">{asked}</p>}
      <Standing finding={finding} />
      {state !== 'noted' && <FindingProof {...{ facilityId, finding }} reportedAt={audit.reportedAt} />}
      <FindingActs {...{ facilityId, audit, finding }} />
    </article>
  );
}

function Standing({ finding }: { readonly finding: ShownFinding }) {
  const { clauses, systems, state, cause, action, owner, dueOn, correction, correctedBy, verdict, verifiedBy } =
    finding;
  const facts = [
    ['条項', clauses.join('\n')],
    ['システム', systems.join('、')],
    ['原因', cause],
    ['直し方', action],
    ['担当', ownerWords(owner, state === 'open')],
    ['期限', dueOn === null ? '' : japaneseDay(dueOn)],
    ['直したこと', correction === '' || !correctedBy ? correction : `${correction}（${correctedBy.name}）`],
    ['確かめたこと', verdict === '' ? '' : `${verdict}（${verifiedBy?.name ?? ''}）`],
  ].filter(([, text]) => text !== '');
  if (facts.length === 0) return null;
  return (
    <div className="text-help">
      <Facts>
        {facts.map(([title = '', text]) => (
          <Fact key={title} title={title}>
            <div className="measure break-words whitespace-pre-line">{unbroken(text)}</div>
          </Fact>
        ))}
      </Facts>
    </div>
  );
}
