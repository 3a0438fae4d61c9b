import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant, Json } from './columns.ts';
import type { RegisterTables } from './register-tables.ts';

export type OwnTables = RegisterTables & {
  facility_profile: {
    facility_id: string;
    ehr: Generated<string>;
    system_staff: boolean | null;
    sheet_choice: ColumnType<object | null, string | undefined, string>;
    revision: Generated<number>;
    changed_at: Instant;
  };
  activity_seal: {
    number: string;
    previous: Buffer;
    hash: Buffer;
    count: number;
    sealed_at: Date;
    complete_until: Date | null;
  };
  activity: {
    facility_id: string;
    id: string;
    at: Instant;
    person_id: string;
    act: string;
    subject: string | null;
    detail: JSONColumnType<Record<string, string | number | boolean | null>>;
  };
  run: {
    facility_id: string;
    id: string;
    sheet_id: string;
    sheet_version: string;
    fiscal_year: number;
    purpose: Generated<'own' | 'executive' | 'vendor' | 'audit'>;
    executive_id: string | null;
    subject_id: string | null;
    /** Of a vendor's form its subject. */
    vendor_system_id: ColumnType<string | null, never, never>;
    scope_areas: string[] | null;
    scope_items: Generated<string[] | null>;
    status: Generated<'open' | 'submitted'>;
    without_vendor: Generated<boolean>;
    moved_from: Generated<string | null>;
    begun_by: string;
    begun_at: Instant;
    submitted_by: string | null;
    submitted_at: Date | null;
  };
  answer: {
    facility_id: string;
    run_id: string;
    item_id: string;
    value: string | null;
    note: Generated<string>;
    revision: number;
    to_confirm: Generated<boolean>;
    former: Generated<boolean>;
    confirmed_on: Generated<string | null>;
    target_on: Generated<string | null>;
    answered_by: string;
    answered_at: Instant;
  };
  answer_history: {
    facility_id: string;
    run_id: string;
    item_id: string;
    revision: number;
    value: string | null;
    note: string;
    confirmed_on: Generated<string | null>;
    target_on: Generated<string | null>;
    origin: 'typed' | 'file' | 'carried-over' | 'self-check' | 'proposed' | 'bridged' | 'derived';
    answered_by: string;
    answered_at: Instant;
  };
  assignment: {
    facility_id: string;
    run_id: string;
    area_id: string;
    person_id: string;
    assigned_by: string;
    assigned_at: Instant;
  };
  file: { facility_id: string; id: string; media_type: string; size: number; sha256: Buffer; created_at: Instant };
  file_chunk: { facility_id: string; file_id: string; seq: number; bytes: Buffer };
  task: {
    facility_id: string;
    id: string;
    fiscal_year: number;
    measure_id: string | null;
    title: string;
    owner_id: string | null;
    due_on: string;
    /** Of the fiscal year: 1 is April to June. */
    quarter: GeneratedAlways<number>;
    status: string;
    cost_planned: string;
    cost_spent: Generated<string>;
    person_days: string;
    aim: Generated<string>;
    measured_by: Generated<string>;
    carried_from: Generated<string | null>;
    revision: Generated<number>;
    created_at: Instant;
    changed_at: Instant;
  };
  task_comment: {
    facility_id: string;
    task_id: string;
    id: string;
    body: string;
    written_by: string;
    written_at: Instant;
    removed_at: Date | null;
  };
  decision_request: {
    facility_id: string;
    id: string;
    kind: string;
    title: string;
    matter: string;
    cost: string | null;
    effect: string;
    waiting: string;
    needed_by: string | null;
    source: string | null;
    asked_by: string;
    asked_at: Date;
    withdrawn_at: Date | null;
    revision: Generated<number>;
  };
  decision: {
    facility_id: string;
    id: string;
    request_id: string;
    fiscal_year: number;
    number: number;
    outcome: string;
    reason: string;
    until: string | null;
    decided_by: string;
    decided_at: Date;
  };
  year_day: { facility_id: string; fiscal_year: number; step: string; due_on: string };
  calendar_link: { facility_id: string; person_id: string; token_hash: Buffer; made_at: Date };
  clause_record: {
    facility_id: string;
    clause_id: string;
    owner_id: string | null;
    due_on: string | null;
    documents: Generated<string>;
    undone: Generated<string>;
    revision: Generated<number>;
    changed_at: Instant;
  };
  clause_step: {
    facility_id: string;
    id: string;
    clause_id: string;
    place: number;
    step: string;
    note: Generated<string>;
    done_by: string;
    done_at: Date;
  };
  vendor_system: {
    facility_id: string;
    id: string;
    vendor: string;
    system: string;
    contact: string;
    email: Generated<string>;
    ended_at: Date | null;
    revision: Generated<number>;
    changed_at: Date;
  };
  vendor_form_link: {
    facility_id: string;
    id: string;
    run_id: string;
    contact_id: string;
    token_hash: Buffer;
    made_at: Date;
    expires_at: Date;
    ended_at: Date | null;
    sent_at: Date | null;
  };
  plan_wish: {
    facility_id: string;
    fiscal_year: number;
    sheet_id: string;
    wish: ColumnType<object, string, string>;
    kept_at: Instant;
  };
  plan_acceptance: {
    facility_id: string;
    id: string;
    fiscal_year: number;
    run_id: string;
    wish: ColumnType<object, string, never>;
    status: string;
    gap: number;
    measures: number;
    accepted_at: Instant;
  };
  measure_cost: {
    facility_id: string;
    measure_id: string;
    yen: string | null;
    person_days: string | null;
    set_at: Instant;
  };
  evidence: {
    facility_id: string;
    id: string;
    item_id: string | null;
    task_id: string | null;
    file_id: string;
    name: string;
    added_by: string;
    added_at: Instant;
    removed_at: Date | null;
  };
  leaving: {
    facility_id: string;
    announced_by: string;
    announced_at: Date;
    due_at: Date;
    erasing_at: ColumnType<Date | null, undefined, never>;
  };
  result: {
    facility_id: string;
    run_id: string;
    submitted_at: Date;
    sheet_id: string;
    sheet_version: string;
    rules_version: string;
    result: Json<object>;
    withdrawn_at: Date | null;
    withdrawal_reason: string | null;
  };
};
