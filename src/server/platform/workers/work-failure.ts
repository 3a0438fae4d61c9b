export type WorkFailureCode = 'crashed' | 'time-limit' | 'queue-full' | 'own-queue-full' | 'closed' | 'refused';

const messages: Readonly<Record<WorkFailureCode, string>> = {
  crashed: '処理が途中で止まりました。もう一度お試しください。続くときは管理者に知らせてください。',
  'time-limit': '処理に時間がかかりすぎたため、止めました。もう一度お試しください。',
  'queue-full': '順番待ちが多いため、受け付けられませんでした。少し待ってからお試しください。',
  'own-queue-full':
    'この施設の処理を、いくつも続けて行っている途中です。前のものが終わってから、もう一度お試しください。',
  closed: '終了の途中のため、処理できませんでした。',
  refused: '処理できませんでした。管理者に知らせてください。',
};

/** Why a worker thread did not do a job; `message` is for people, `cause` for the log. */
export class WorkFailure extends Error {
  readonly code: WorkFailureCode;

  constructor(code: WorkFailureCode, cause?: unknown) {
    super(messages[code], { cause });
    this.name = 'WorkFailure';
    this.code = code;
  }
}
