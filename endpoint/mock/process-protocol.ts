import type { MockTlsOptions, TlsMaterial } from './open-tls.ts';
import type { MockServerOptions } from './server.ts';

/** What the parent tells the mock's process to start with; by IPC, since arguments can be read by others. */
export type ProcessOptions = Omit<
  MockServerOptions,
  'clock' | 'defects' | 'examiner' | 'onError' | 'tls' | 'control' | 'plays' | 'recording'
> & {
  /** Plain HTTP unless said. */
  readonly tls?: Omit<MockTlsOptions, 'pki'> | undefined;
  /** Seeded defects: a module, as a file URL, whose `defects` names them, and which of them. */
  readonly defects?: { readonly module: string; readonly names: readonly string[] } | undefined;
};

/** What can be asked of a running mock. */
export type Question = 'counts' | 'kept' | 'received' | 'renew-server-certificate';

export type ParentMessage =
  | { readonly kind: 'start'; readonly options: ProcessOptions }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'stop' };

export type ChildMessage =
  | {
      readonly kind: 'ready';
      readonly url: string;
      readonly controlUrl: string;
      /** Keys and certificates travel by IPC alone, and the mock writes them nowhere. */
      readonly tls: TlsMaterial | undefined;
    }
  | { readonly kind: 'failed'; readonly configuration: boolean; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown };
