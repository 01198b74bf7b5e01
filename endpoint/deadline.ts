/** A signal that aborts with its outer signal, or with a TimeoutError after so many milliseconds. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
  readonly clear: () => void;
}

/** Must be cleared, or the timer keeps the process alive and the outer signal keeps the listener. */
export const deadline = (milliseconds: number, outer: AbortSignal | undefined): Deadline => {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort(new DOMException(`no complete answer within ${String(milliseconds)} ms`, 'TimeoutError'));
  }, milliseconds);
  const stop = (): void => {
    controller.abort(outer?.reason);
  };
  outer?.addEventListener('abort', stop, { once: true });
  if (outer?.aborted === true) stop();
  return {
    signal: controller.signal,
    expired: () => expired,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', stop);
    },
  };
};
