/** The file or the place does not fit: what is wrong and what to do, in words for the operator. Nothing was changed. */
export class BackupRefused extends Error {}

/** Somebody else is connected to the database; nothing is said about the file. */
export class OthersConnected extends BackupRefused {}

export const altered = (detail: string, cause?: unknown): BackupRefused =>
  new BackupRefused(
    `控えのファイルは使えません。途中で切れているか、変えられています（${detail}）。何も変えていません。`,
    {
      cause,
    },
  );
