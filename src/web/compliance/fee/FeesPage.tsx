import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { hasProof, isUnsure, revisionWords, validFromWords } from '#core/compliance/fee/fee-evidence.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { compliance, feesQuery, type ShownFee } from '../calls.ts';
import { FeeCondition } from './FeeCondition.tsx';

/** The conditions of rules of fees with what in Mamori speaks for each, and what is to be added by hand. */
export function FeesPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <Fees facilityId={facilityId} />
    </OnceRead>
  );
}

function Fees({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(feesQuery(facilityId));
  return (
    <Page
      title="加算の証跡"
      sub="届出の前に、要件ごとに何がそろっているかを見ます。点検の答え、条項の記録、規程、ファイルが自動で並びます。"
    >
      <Callout tone="attention" title="要件を満たすかどうかは、判定していません。">
        「要確認」の行は、原文で確かめられていません。届出の前に、告示・通知・疑義解釈の原文と、地方厚生局の様式を確かめてください。
      </Callout>
      {data.map((rule) => (
        <Rule key={`${rule.id}${rule.version}`} {...{ facilityId, rule }} />
      ))}
    </Page>
  );
}

type RuleProps = { readonly facilityId: string; readonly rule: ShownFee };

function Rule({ facilityId, rule }: RuleProps) {
  const { id, title, version, replaces, validFrom, summary, source, note, conditions } = rule;
  const shown = conditions.filter(hasProof).length;
  return (
    <Card title={`${title}・${revisionWords(version)}`} aside={`証跡のある要件 ${shown} / ${conditions.length}`}>
      <div className="flex flex-col gap-3">
        <p>
          {isUnsure(rule) && <Tag tone="attention">要確認</Tag>} {validFromWords(validFrom)}
        </p>
        <Disclosure title="点数と、原文で確かめていないこと">
          <div className="flex flex-col gap-2 pl-5">
            <p className="measure">{summary}</p>
            <p className="measure">{note}</p>
          </div>
        </Disclosure>
        <div>
          <PrintButton {...{ facilityId, id, version, title }} />
        </div>
        <ol>
          {conditions.map((line) => (
            <FeeCondition key={line.id} {...{ facilityId, line }} />
          ))}
        </ol>
        <Disclosure title="出典">
          <dl className="measure flex flex-col gap-2 pl-5 text-note text-solid-gray-700">
            {[{ id, text: 'この改定', source }, ...conditions].map((one) => (
              <div key={one.id}>
                <dt className="font-700">{one.text}</dt>
                <dd>{one.source}</dd>
              </div>
            ))}
          </dl>
          {replaces && (
            <div className="flex flex-col items-start gap-2 pt-3 pl-5">
              <p className="measure">
                この要約は、前の版（{replaces}）の文を直したものです。証跡は、そのまま引き継いでいます。
              </p>
              <PrintButton {...{ facilityId, id, version: replaces, title }} words="前の版を印刷（PDF）" />
            </div>
          )}
        </Disclosure>
      </div>
    </Card>
  );
}

type PrintButtonProps = Pick<ShownFee, 'id' | 'version' | 'title'> & {
  readonly facilityId: string;
  readonly words?: string;
};

function PrintButton({ facilityId, id, version, title, words = '印刷（PDF）' }: PrintButtonProps) {
  const { mutate, isPending } = useMutation(
    compliance.printFeeEvidence.mutationOptions({
      onSuccess: (file) => handOver(file, `${title}の証跡.pdf`),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <Button
      icon="print"
      label={`${title}（${version}）を印刷（PDF）`}
      pending={isPending ? 'PDFを作っています…' : undefined}
      onPress={() => mutate({ facilityId, ruleId: id, version })}
    >
      {words}
    </Button>
  );
}
