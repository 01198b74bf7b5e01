import type { Expected } from './answer-causes.ts';
import type { Eyes } from './eyes.ts';

/** What the steps know, and look with. */
export interface Look {
  readonly eyes: Eyes;
  readonly expected: Expected;
  readonly phase: number;
  readonly isEmbedded: boolean;
  /** PEM of the client certificate with its chain. */
  readonly certificate: string | undefined;
}
