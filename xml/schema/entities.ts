/** What stands in a document for an entity: bytes as characters, one each. */
type Entities = ReadonlyMap<string, string>;

/** A document with its entities written out, or why that can't be done. */
export type WrittenOut = { readonly text: string } | { readonly reason: string };

/** More than this is no abbreviation but an attack. */
const most = { growth: 1_000_000, depth: 100 } as const;

/** Why a reference can't be written out. */
class EntityTrouble extends Error {}

/**
 * Writes out the entities that a document type declares with a value of their own (XML 1.0, 4.4), in what follows it; lines stay as they are.
 * `declarations` is the document type without comments.
 */
export const writeOut = (declarations: string, rest: string): WrittenOut => {
  if (rest.search(reference) < 0) return { text: rest };
  const entities = declaredIn(declarations);
  const room = { left: most.growth };
  try {
    const text = rest.replace(token, (piece, tag: string | undefined, run: string | undefined) => {
      if (run !== undefined) return expand(run, { entities, room, open: [] });
      if (tag === undefined) return piece;
      return tag.replace(quoted, (literal) => {
        const quote = literal.charAt(0);
        const value = expand(literal.slice(1, -1), { entities, room, open: [], escape: quote });
        return quote + value + quote;
      });
    });
    return { text };
  } catch (error) {
    if (!(error instanceof EntityTrouble)) throw error;
    return { reason: error.message };
  }
};

const reference = /&(?!(?:lt|gt|amp|quot|apos);|#)([^\s;&<"']{1,200});/g;

/** What hides markup is passed over; a tag may have `>` in its values. */
const token =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|(<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)|([^<]+)/g;
const quoted = /"[^"]*"|'[^']*'/g;

const declaration = /<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** The first declaration of an entity binds (XML 1.0, 4.2); its character references are read at once (4.4.5). */
const declaredIn = (declarations: string): Entities => {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of declarations.matchAll(declaration))
    if (!found.has(name)) found.set(name, withAscii(double ?? single ?? '').replace(/[\r\n]/g, ' '));
  return found;
};

/** Characters beyond ASCII stay as references, whatever the encoding of the document. */
const withAscii = (value: string): string =>
  value.replace(
    /&#(?:x([\dA-Fa-f]{1,6})|(\d{1,7}));/g,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code < 0x80 ? String.fromCharCode(code) : whole;
    },
  );

interface Expansion {
  readonly entities: Entities;
  readonly room: { left: number };
  /** Entities inside which this is read. */
  readonly open: readonly string[];
  /** The quote around a value, which is text in what an entity brings. */
  readonly escape?: string;
}

const expand = (text: string, expansion: Expansion): string =>
  text.replace(reference, (whole, name: string) => {
    const value = expansion.entities.get(name);
    if (value === undefined) throw new EntityTrouble(`it uses the entity ${whole}, which it gives no value of its own`);
    if (expansion.open.includes(name) || expansion.open.length > most.depth)
      throw new EntityTrouble(`its entity ${whole} is made of itself, or of too many others`);
    const full = expand(value, { ...expansion, open: [...expansion.open, name] });
    expansion.room.left -= full.length + whole.length;
    if (expansion.room.left < 0)
      throw new EntityTrouble(`its entities grow to more than ${String(most.growth)} characters`);
    if (expansion.escape === undefined) return full;
    return full.replaceAll(expansion.escape, expansion.escape === '"' ? '&quot;' : '&apos;');
  });
