import type { Generated } from 'kysely';

export type WebhookTables = {
  webhook: {
    facility_id: string;
    id: string;
    title: string;
    address: string;
    acts: string[];
    secret: Buffer;
    former_secret: Buffer | null;
    former_until: Date | null;
    made_at: Date;
    paused_at: Date | null;
    paused_why: 'asked' | 'gone' | 'undelivered' | null;
    failing_since: Date | null;
    rests_until: Date | null;
    revision: Generated<number>;
  };
  webhook_delivery: {
    facility_id: string;
    id: string;
    webhook_id: string;
    act_id: string;
    act: string;
    subject: string | null;
    occurred_at: Date;
    state: Generated<'waiting' | 'delivered' | 'failed' | 'withheld'>;
    attempts: Generated<number>;
    status: number | null;
    fault: string | null;
    tried_at: Date | null;
  };
};
