import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { roleTitles } from '#core/identity/role.ts';
import { ssoFacilityRoles, ssoOrganisationRoles } from '#core/identity/sso/group-roles.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { RoleChoice } from '../RoleChoice.tsx';
import { type GroupsView, groupsQuery, sso } from './queries.ts';

type Rule = GroupsView['groups'][number];
const itself = 'organisation';

/** Which group of the organisation's provider gives which roles, and where. */
export function SsoGroupsPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(groupsQuery(organisationId));
  return (
    <Page
      title="グループと役割"
      sub="組織の認証基盤のグループごとに、どの施設でどの役割になるかを決めます。変えた内容は、本人が次にサインインしたときに効きます。"
    >
      {data.connection ? (
        <>
          <Groups organisationId={organisationId} groups={data.groups} />
          <NewGroup organisationId={organisationId} view={data} />
        </>
      ) : (
        <EmptyState icon="people" title="この組織の認証基盤はまだ登録されていません">
          システム管理者に、認証基盤の登録を頼んでください。
        </EmptyState>
      )}
    </Page>
  );
}

function useSaved(organisationId: string) {
  const client = useQueryClient();
  return (words: string) => {
    notify(words);
    return client.invalidateQueries({ queryKey: groupsQuery(organisationId).queryKey });
  };
}

function Groups({ organisationId, groups }: { readonly organisationId: string; readonly groups: readonly Rule[] }) {
  const saved = useSaved(organisationId);
  const act = useMutation(sso.removeGroup.mutationOptions({ onSuccess: () => saved('グループの役割を消しました。') }));
  if (groups.length === 0) return null;
  return (
    <Card title="決めた役割" aside={`${groups.length}件`}>
      <RefusalNote error={act.error} title="消せませんでした" />
      <ul>
        {groups.map(({ id, group, facility, roles }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <p className="min-w-0 flex-1 basis-56">
              <span className="block break-all font-700">{group}</span>
              <span className="text-help text-solid-gray-700">
                {facility?.name ?? 'この組織'}：{roles.map((role) => roleTitles[role]).join('・')}
              </span>
            </p>
            <Button
              size="small"
              onPress={() => act.mutate({ organisationId, groupId: id })}
              label={`${group}の${facility?.name ?? 'この組織'}でのこの決まりを消す`}
            >
              この決まりを消す
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function useNewGroup(organisationId: string) {
  const saved = useSaved(organisationId);
  const [group, setGroup] = useState('');
  const [place, setPlace] = useState(itself);
  const [roles, setRoles] = useState<Rule['roles']>([]);
  const act = useMutation(
    sso.addGroup.mutationOptions({
      onSuccess: () => {
        setGroup('');
        setRoles([]);
        return saved('グループの役割を決めました。');
      },
    }),
  );
  const send = () =>
    act.isPending || act.mutate({ organisationId, group, memberId: place === itself ? null : place, roles });
  const choosePlace = (chosen: string) => {
    setPlace(chosen);
    setRoles([]);
  };
  return { group, setGroup, place, choosePlace, roles, setRoles, act, send };
}

function NewGroup({ organisationId, view }: { readonly organisationId: string; readonly view: GroupsView }) {
  const { group, setGroup, place, choosePlace, roles, setRoles, act, send } = useNewGroup(organisationId);
  const faults = useMemo(() => fieldFaults(act.error), [act.error]);
  const opened = view.facilities.filter((facility) => facility.opened);
  const places = [
    { value: itself, label: 'この組織の中' },
    ...opened.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Card title="グループに役割を決める">
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="決められませんでした" fields={['group', 'roles']} />
        <TextField
          label="グループの値"
          required
          help={`認証基盤が「${view.connection?.groupsClaim}」で伝える値を、同じ文字で入力します。`}
          value={group}
          onChange={setGroup}
          error={faults.group}
        />
        <Select
          label="どこでの役割か"
          help={`選べる施設は、施設の管理者がこの組織のアカウントでのサインインを許可した施設だけです（参加している${view.facilities.length}施設のうち${opened.length}施設）。`}
          options={places}
          value={place}
          onChange={choosePlace}
        />
        <RoleChoice<Rule['roles'][number]>
          choices={place === itself ? ssoOrganisationRoles : ssoFacilityRoles}
          value={roles}
          onChange={(chosen) => setRoles([...chosen])}
          error={faults.roles}
        />
        <div>
          <Button type="submit" look="primary" pending={act.isPending ? '保存しています' : undefined}>
            役割を決める
          </Button>
        </div>
      </Form>
    </Card>
  );
}
