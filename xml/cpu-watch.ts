import type { Worker } from 'node:worker_threads';

/**
 * Tells when a worker has used so much CPU from now on; gives what stops that. Other threads don't count. A node before 24.6
 * can't tell the CPU of one, and the limit is never over there.
 */
export const watchCpu = (
  worker: Partial<Pick<Worker, 'cpuUsage'>>,
  limitMs: number,
  onOver: () => void,
): (() => void) => {
  const stepMs = limitMs / 6;
  let before: number | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    const used = await cpuMs(worker);
    if (stopped || used === undefined) return;
    // The first step counts whole, so that what ends within it need not be asked for.
    before ??= used - stepMs;
    if (used - before >= limitMs) onOver();
    else timer = setTimeout(again, stepMs);
  };
  const again = (): void => void look();
  let timer = setTimeout(again, stepMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

/** Undefined when it can't be told, as of a worker that has ended. */
const cpuMs = async (worker: Partial<Pick<Worker, 'cpuUsage'>>): Promise<number | undefined> => {
  try {
    const usage = await worker.cpuUsage?.();
    return usage && (usage.user + usage.system) / 1000;
  } catch {
    return undefined;
  }
};
