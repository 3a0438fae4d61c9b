import { originalOf } from '#core/compliance/clause/original.ts';
import { EstablishedLines } from '#web/evidence/index.tsx';
import { Card } from '#web/ui/Card.tsx';
import { OutsideLink } from '#web/ui/OutsideLink.tsx';
import type { ShownClause } from '../calls.ts';
import { rolesText } from './clause-words.ts';

/** What a clause means, what would prove it, and what the answers say of it. */
export function ClauseHelp({ clause }: { readonly clause: ShownClause }) {
  const { help, sign } = clause;
  return (
    <>
      {sign && (
        <Card title="点検の答え" aside={help ? signWords(sign.kept) : '関わる設問です。決め手にはなりません'}>
          <ul className="flex flex-col gap-2">
            {sign.from.map(({ itemId, text, words, established, speaksAgainst }) => (
              <li key={itemId} className="measure">
                <span className="text-help text-solid-gray-700">{itemId}　</span>
                {text}：<strong className={speaksAgainst ? 'text-orange-1000' : ''}>{words}</strong>
                <EstablishedLines lines={established} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {help ? <Meaning {...{ clause, help }} /> : <Points clause={clause} />}
      <Source clause={clause} />
    </>
  );
}

function signWords(kept: boolean | null): string {
  if (kept === null) return 'まだ判断できません';
  return kept ? '守れていると考えられます' : '足りない設問があります';
}

type MeaningProps = { readonly clause: ShownClause; readonly help: NonNullable<ShownClause['help']> };

function Meaning({ clause: { proofs, roles }, help }: MeaningProps) {
  return (
    <Card title="この条項の意味" aside={rolesText(roles)}>
      <div className="measure flex flex-col gap-2">
        <p>{help.meaning}</p>
        <p>
          <strong>よい例：</strong>
          {help.goodExample}
        </p>
        <p>
          <strong>よくある誤り：</strong>
          {help.commonMistake}
        </p>
        {proofs.length > 0 && (
          <p>
            <strong>証跡の例：</strong>
            {proofs.join('、')}
          </p>
        )}
      </div>
    </Card>
  );
}

/** Where it stands in the guideline, and the way there. */
function Source({ clause: { source, part } }: { readonly clause: ShownClause }) {
  const original = originalOf(part);
  return (
    <p className="measure text-note text-solid-gray-700">
      出典：{source}。{original && <OutsideLink href={original.href}>{original.title}</OutsideLink>}
    </p>
  );
}

function Points({ clause: { points, roles } }: { readonly clause: ShownClause }) {
  if (points.length === 0) return null;
  return (
    <Card title="求められること（要約）" aside={rolesText(roles)}>
      <ul className="flex flex-col gap-2">
        {points.map((point) => (
          <li key={point} className="measure">
            {point}
          </li>
        ))}
      </ul>
    </Card>
  );
}
