/**
 * What a command prints may have nowhere to go: a full disk is told on stderr and ends with exit code 2; a reader that
 * went away, as `head` does, has what it wanted.
 */
export function tellLostOutput({ stdout, stderr }: NodeJS.Process): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    stderr.write(
      `結果を出力できませんでした。出力先の空きと、書き込めるかを確かめて、もう一度実行してください。（${code ?? message}）\n`,
    );
    process.once('exit', () => {
      process.exitCode = 2;
    });
  });
}
