export type DocumentFailureCode = 'crashed' | 'time-limit' | 'queue-full' | 'own-queue-full' | 'closed' | 'refused';

const messages: Readonly<Record<DocumentFailureCode, string>> = {
  crashed: '文書を作る処理が途中で止まりました。もう一度お試しください。続くときは管理者に知らせてください。',
  'time-limit': '文書の処理に時間がかかりすぎたため、止めました。もう一度お試しください。',
  'queue-full': '文書の順番待ちが多いため、受け付けられませんでした。少し待ってからお試しください。',
  'own-queue-full':
    'この施設の文書を、いくつも続けて作っている途中です。前の文書ができてから、もう一度お試しください。',
  closed: '終了の途中のため、文書を作れませんでした。',
  refused: '文書を作れませんでした。管理者に知らせてください。',
};

/** Why a document was not made or read; `message` is for people, `cause` for the log. */
export class DocumentFailure extends Error {
  readonly code: DocumentFailureCode;

  constructor(code: DocumentFailureCode, cause?: unknown) {
    super(messages[code], { cause });
    this.name = 'DocumentFailure';
    this.code = code;
  }
}
