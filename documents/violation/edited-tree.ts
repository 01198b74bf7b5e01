import type { XmlElement } from '#xml/tree';

/** A tree in which one edit broke a constraint. */
export interface EditedTree {
  readonly tree: XmlElement;
  /** The edit in words: `child-dropped`. */
  readonly operator: string;
  /** The edited node: `/Dossier/Titel`, `/Dossier/BevoegdGezag/@soort`; for an edit among children their parent. */
  readonly path: string;
  /** The same as indices among child elements; an attribute's is that of its element. */
  readonly indices: readonly number[];
  /** Ids of constraints that the same edit may break as well. */
  readonly implied: readonly string[];
}
