import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { sso } from './queries.ts';
import { SsoUntie } from './SsoUntie.tsx';
import { leaveFor } from './way.ts';

type SsoCardProps = { readonly name: string; readonly linked: boolean; readonly hasPassword: boolean };

/** Whether the account can be opened by the organisation's provider too, and tying it or undoing that. */
export function SsoCard({ name, linked, hasPassword }: SsoCardProps) {
  const act = useMutation(sso.link.mutationOptions({ onSuccess: ({ url }) => leaveFor(url, '/account') }));
  const [undoing, setUndoing] = useState(false);
  return (
    <Card title="組織のアカウント" aside={linked ? 'つながっています' : name}>
      <RefusalNote error={act.error} title="つなぎ始められませんでした" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-64 text-help">
          {linked
            ? `${name}のアカウントで${hasPassword ? 'もサインインできます' : 'サインインします。まもりのパスワードはありません'}。組織のグループで決まる役割は、サインインするたびに新しくなります。`
            : `${name}のアカウントでもサインインできるようにします。つなぐと、組織のアカウントからもこのアカウントを開けます。`}
        </p>
        {!linked && (
          <Button
            pending={act.isPending ? '組織のページへ進んでいます' : undefined}
            onPress={() => act.isPending || act.mutate({})}
          >
            組織のアカウントとつなぐ
          </Button>
        )}
        {linked && hasPassword && <Button onPress={() => setUndoing(true)}>つながりを外す</Button>}
      </div>
      {undoing && <SsoUntie name={name} onClose={() => setUndoing(false)} />}
    </Card>
  );
}
