import { japaneseDate, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { mailWords } from '#web/identity/index.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownSystem } from '../calls.ts';
import type { Doing } from './doing.ts';
import { EarlierForms } from './EarlierForms.tsx';
import { StandingTag } from './StandingTag.tsx';
import { SystemActions } from './SystemActions.tsx';

type SystemRowProps = {
  readonly facilityId: string;
  readonly system: ShownSystem;
  readonly edits: boolean;
  readonly onDo: (doing: Doing) => void;
};

/** One system: whose it is, how its form stands, what is いいえ by when, and what to do next. */
export function SystemRow({ facilityId, system, edits, onDo }: SystemRowProps) {
  const { vendor, system: name, contact, form, earlier } = system;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-700">{name}</h3>
        <p className="text-help text-solid-gray-700">
          {vendor}・{contact}
        </p>
        <FormStanding system={system} />
        {form && <NoItems form={form} />}
        <EarlierForms {...{ facilityId, earlier }} />
      </div>
      <SystemActions {...{ facilityId, system, edits, onDo }} />
    </li>
  );
}

function FormStanding({ system: { form } }: { readonly system: ShownSystem }) {
  const standing = form?.standing ?? 'not-asked';
  const sent = form?.submittedAt ?? form?.sentAt;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-help tabular-nums">
      <StandingTag standing={standing} />
      {standing === 'answered' && sent && <span>{japaneseDate(new Date(sent))}</span>}
      {standing === 'answered' && form?.submittedAt === null && <span>施設はまだ確かめていません</span>}
      {form && standing !== 'answered' && form.answered > 0 && (
        <span>
          {form.items}問のうち{form.answered}問
        </span>
      )}
      {standing !== 'answered' && <MailWords mail={form?.link?.mail ?? null} />}
      {form?.link && standing !== 'answered' && <span>リンクの期限 {japaneseDate(new Date(form.link.expiresAt))}</span>}
    </p>
  );
}

type MailWordsProps = { readonly mail: NonNullable<NonNullable<ShownSystem['form']>['link']>['mail'] };

function MailWords({ mail }: MailWordsProps) {
  if (mail === null) return null;
  return <span className={mail === 'failed' ? 'text-orange-1000' : ''}>{mailWords[mail]}</span>;
}

type NoItemsProps = { readonly form: NonNullable<ShownSystem['form']> };

function NoItems({ form: { no } }: NoItemsProps) {
  if (no.length === 0) return null;
  return (
    <div className="mt-2 text-help">
      <p className="font-700">いいえ {no.length}項目</p>
      <ul>
        {no.map((item) => (
          <li key={item.id} className="mt-1 flex gap-3">
            <span className="w-10 shrink-0 tabular-nums text-solid-gray-700">{item.label}</span>
            <span className="min-w-0 flex-1">
              {item.text} {item.doubt !== null && <Tag tone="attention">要確認</Tag>}
              <span className="block tabular-nums text-solid-gray-700">
                {item.targetOn === null ? '目標日がまだ' : `目標日 ${japaneseDay(item.targetOn)}`}
                {item.late && (
                  <>
                    {' '}
                    <Tag tone="danger">過ぎています</Tag>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
