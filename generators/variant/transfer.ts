import fc from 'fast-check';
import type { Rewrite } from './rewriting.ts';

/** The usual bytes in chunked transfer coding. */
export const chunked: Rewrite = (usual) => fc.constant({ ...usual, chunked: true });

/** A zip whose files are not compressed. */
export const zipStored: Rewrite = (usual) =>
  fc.constant({ ...usual, packing: { ...usual.packing, compression: 'stored' } });

/** A zip whose files are compressed by deflate. */
export const zipDeflated: Rewrite = (usual) =>
  fc.constant({ ...usual, packing: { ...usual.packing, compression: 'deflated' } });
