import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { type OrganisationView, support } from '../above-queries.ts';
import { OrganisationChoice } from './OrganisationChoice.tsx';
import { TermsFields } from './TermsFields.tsx';
import { emptyTerms, missingTerms } from './terms-draft.ts';

/** Letting an organisation's supporters into the facility. */
export function OfferPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const list = `/facilities/${facilityId}/support`;
  return (
    <>
      <PageHead
        where={<Link href={list}>支援者</Link>}
        title="支援者を入れる"
        sub="相手の組織・目的・範囲・期限を決めると、その組織の支援者がすぐに入れます。"
        action={<ButtonLink href={list}>やめる</ButtonLink>}
      />
      <div className="max-w-2xl">
        <Card>
          <OfferForm facilityId={facilityId} list={list} />
        </Card>
      </div>
    </>
  );
}

function OfferForm({ facilityId, list }: { readonly facilityId: string; readonly list: string }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<OrganisationView>();
  const [terms, setTerms] = useState(() => emptyTerms(new Date()));
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    support.offer.mutationOptions({
      onSuccess: ({ organisation }) => {
        notify(`${organisation.name}の支援者が入れるようになりました。`);
        void navigate({ href: list });
      },
      onError: (error) => setFaults(fieldFaults(error)),
    }),
  );
  const send = () => {
    if (act.isPending) return;
    const missing = { ...(!chosen && { organisation: '相手の組織を選んでください。' }), ...missingTerms(terms) };
    setFaults(missing);
    if (!chosen || Object.keys(missing).length > 0) return;
    act.mutate({ facilityId, organisationId: chosen.id, ...terms, scope: [...terms.scope] });
  };
  return (
    <Form onSubmit={send} faults={faults}>
      <RefusalNote error={act.error} title="支援者を入れられませんでした。" fields={['purpose', 'scope', 'endsOn']} />
      <OrganisationChoice facilityId={facilityId} chosen={chosen} onChoose={setChosen} error={faults.organisation} />
      <TermsFields terms={terms} onChange={setTerms} faults={faults} />
      <div>
        <Button type="submit" look="primary" pending={act.isPending ? '作っています' : undefined}>
          この内容で入れる
        </Button>
      </div>
    </Form>
  );
}
