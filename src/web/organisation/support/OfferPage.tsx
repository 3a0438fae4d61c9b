import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form, FormEnd } from '#web/ui/Form.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { type OrganisationView, support } from '../above-queries.ts';
import { OrganisationChoice } from './OrganisationChoice.tsx';
import { TermsFields } from './TermsFields.tsx';
import { emptyTerms, missingTerms } from './terms-draft.ts';

/** Letting an organisation's supporters into the facility. */
export function OfferPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const list = `/facilities/${facilityId}/support`;
  return (
    <Page
      where={<Link href={list}>支援者</Link>}
      title="支援者を受け入れる"
      sub="相手の組織・目的・範囲・期限を決めると、その組織の支援者がすぐに施設を見られます。"
    >
      <Card>
        <OfferForm facilityId={facilityId} list={list} />
      </Card>
    </Page>
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
        notify(`${organisation.name}の支援者が施設を見られるようになりました。`);
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
      <RefusalNote error={act.error} title="支援者を受け入れられませんでした" fields={['purpose', 'scope', 'endsOn']} />
      <OrganisationChoice facilityId={facilityId} chosen={chosen} onChoose={setChosen} error={faults.organisation} />
      <TermsFields side="facility" terms={terms} onChange={setTerms} faults={faults} />
      <FormEnd back={list}>
        <Button type="submit" look="primary" pending={act.isPending ? '作っています' : undefined}>
          この内容で受け入れる
        </Button>
      </FormEnd>
    </Form>
  );
}
