import fc from 'fast-check';
import type { Rewriting } from '#documents/variant/rewriting';
import type { Packing } from './pack.ts';

/** How a delivery is written, packed and sent. */
export interface Transfer extends Packing, Rewriting {
  readonly chunked: boolean;
}

type Resend = (usual: Transfer) => fc.Arbitrary<Transfer>;

/** The usual bytes in chunked transfer coding. */
export const chunked: Resend = (usual) => fc.constant({ ...usual, chunked: true });

/** A zip whose files are not compressed. */
export const zipStored: Resend = (usual) => fc.constant({ ...usual, compression: 'stored' });

/** A zip whose files are compressed by deflate. */
export const zipDeflated: Resend = (usual) => fc.constant({ ...usual, compression: 'deflated' });
