import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type ConnectionView, connectionQuery, sso } from './queries.ts';

/** Tying an organisation to its identity provider, for the system administrator. */
export function SsoConnectionPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(connectionQuery(organisationId));
  return (
    <Page
      where={<Link href="/admin/organisations">施設をこえる組織</Link>}
      title={`${data.organisationName}の認証基盤`}
      sub="組織のアカウント（OpenID Connect）でサインインできるようにします。保存するとき、発行者につながるかをその場で確かめます。"
    >
      <Card title="認証基盤の側に登録するもの">
        <div className="flex flex-col gap-4">
          <OurAddress label="リダイレクトURI（サインインの戻り先）" address={data.redirectUri} />
          <OurAddress label="サインアウトの戻り先" address={data.signedOutUri} />
          <p className="measure text-help">
            確認済みのメールアドレス（email、email_verified）と、職員のグループの一覧を、IDトークンか UserInfo
            で渡すように設定します。
          </p>
        </div>
      </Card>
      <ConnectionForm organisationId={organisationId} connection={data.connection} />
      {data.connection && <Ending organisationId={organisationId} name={data.connection.name} />}
    </Page>
  );
}

type OurAddressProps = { readonly label: string; readonly address: string };

function OurAddress({ label, address }: OurAddressProps) {
  return (
    <div>
      <p className="text-help text-solid-gray-700">{label}</p>
      <p className="mb-2 break-all font-700">{address}</p>
      <CopyButton text={address}>{`${label.replace(/（.*/, '')}を写す`}</CopyButton>
    </div>
  );
}

type FormProps = { readonly organisationId: string; readonly connection: ConnectionView['connection'] };

const draftOf = (connection: FormProps['connection']) => ({
  name: connection?.name ?? '',
  issuer: connection?.issuer ?? '',
  clientId: connection?.clientId ?? '',
  clientSecret: '',
  domains: connection?.domains.join(' ') ?? '',
  groupsClaim: connection?.groupsClaim ?? 'groups',
  trustsSecondFactor: connection?.trustsSecondFactor ?? false,
});

function useSaving(organisationId: string, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation(
    sso.save.mutationOptions({
      onSuccess: () => {
        notify('認証基盤につながることを確かめ、保存しました。');
        onSaved();
        return client.invalidateQueries({ queryKey: connectionQuery(organisationId).queryKey });
      },
    }),
  );
}

const fields = [
  {
    name: 'name',
    label: '画面に出す名前',
    help: '職員には「みなと医療法人のアカウント」のように見せます。例：みなと医療法人',
  },
  { name: 'issuer', label: '発行者（issuer）のアドレス', help: '例：https://login.example.jp/tenant' },
  { name: 'clientId', label: 'クライアントID', help: undefined },
  { name: 'clientSecret', label: 'クライアントシークレット', help: '変えないときは空のままにします。' },
  { name: 'domains', label: 'メールのドメイン', help: '例：minato.example.jp　いくつもあるときは空白で区切ります。' },
  { name: 'groupsClaim', label: 'グループのクレーム名', help: '多くの認証基盤では groups です。' },
] as const;

const isField = (name: string) => fields.some((field) => field.name === name);

/** The field a refusal of the contract speaks of. */
const fieldOf: Readonly<Record<string, string>> = {
  'sso/issuer-not-allowed': 'issuer',
  'sso/issuer-unreachable': 'issuer',
  'sso/no-discovery': 'issuer',
  'sso/issuer-differs': 'issuer',
  'sso/provider-unfit': 'issuer',
  'sso/secret-needed': 'clientSecret',
  'sso/domain-taken': 'domains',
};

/** What is wrong, by field; a fault of one domain is one of the domains. */
function faultsOf(error: Error | null): FieldFaults {
  const field = fieldOf[refusalCode(error) ?? ''];
  if (error && field !== undefined) return { [field]: error.message };
  return Object.fromEntries(
    Object.entries(fieldFaults(error)).map(([name, words]) => [name.replace(/^domains\..*/, 'domains'), words]),
  );
}

function ConnectionForm({ organisationId, connection }: FormProps) {
  const [typed, setTyped] = useState(() => draftOf(connection));
  const act = useSaving(organisationId, () => setTyped((now) => ({ ...now, clientSecret: '' })));
  const faults = useMemo(() => faultsOf(act.error), [act.error]);
  const send = () => {
    const { clientSecret, domains, ...rest } = typed;
    const listed = domains.split(/[\s,、]+/).filter(Boolean);
    const secret = clientSecret === '' ? {} : { clientSecret };
    if (!act.isPending) act.mutate({ organisationId, ...rest, domains: listed, ...secret });
  };
  return (
    <Card title={connection ? '登録した内容' : '登録する'}>
      <Form onSubmit={send} faults={faults}>
        {Object.keys(faults).some(isField) || <RefusalNote error={act.error} title="保存できませんでした" />}
        {fields.map(({ name, label, help }) => (
          <TextField
            key={name}
            required={name !== 'clientSecret' || !connection}
            label={label}
            help={name === 'clientSecret' && !connection ? '認証基盤が出した値です。暗号にして保存します。' : help}
            type={name === 'clientSecret' ? 'password' : 'text'}
            autoComplete="off"
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            error={faults[name]}
          />
        ))}
        <Checkbox
          checked={typed.trustsSecondFactor}
          onChange={(trustsSecondFactor) => setTyped({ ...typed, trustsSecondFactor })}
        >
          この認証基盤は必ず2つ目の確認をするので、まもりでの2つ目の確認（確認コード・パスキー）を求めない
        </Checkbox>
        <div>
          <Button type="submit" look="primary" pending={act.isPending ? '確かめています' : undefined}>
            確かめて保存する
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Ending({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const act = useMutation(
    sso.end.mutationOptions({
      onSuccess: () => {
        notify(`${name}を外しました。`);
        setOpen(false);
        return client.invalidateQueries({ queryKey: connectionQuery(organisationId).queryKey });
      },
    }),
  );
  return (
    <Card title="認証基盤を外す">
      <p className="measure mb-3">
        外すと、この認証基盤で入った人は、すぐに全員サインアウトします。設定の内容も消えます。
      </p>
      <Button look="danger-outline" onPress={() => setOpen(true)}>
        この認証基盤を外す
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${name}を外しますか`}
        confirm="認証基盤を外す"
        danger
        pending={act.isPending ? '外しています' : undefined}
        onConfirm={() => act.mutate({ organisationId })}
      >
        <p>この認証基盤で入った人は、すぐに全員サインアウトし、グループで加わった施設と組織から外れます。</p>
        <RefusalNote error={act.error} title="外せませんでした" />
      </ConfirmDialog>
    </Card>
  );
}
