/** Time in ms in which the answer that brought the new secret has reached the browser. */
const onItsWay = 300;

/**
 * Does a call; where it is refused as without a session, does it once more. It may have left with a secret that another call,
 * or another tab, had just replaced, and the browser holds the new one. Nothing was done that far, and who is signed in no
 * more is told so the second time.
 */
export async function withRenewedSession<Answer>(
  call: () => Promise<Answer>,
  isRefused: (error: unknown) => boolean,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!isRefused(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, onItsWay));
    return call();
  }
}
