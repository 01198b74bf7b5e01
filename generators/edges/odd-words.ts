import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { openNumber, testTitle } from '../marks.ts';
import { stockOf } from '../parents.ts';
import { type FreeText, freeTextsIn } from './free-texts.ts';
import { type Misfits, replaced } from './replaced.ts';

/** Words that software takes for no value, or for one of another kind, where nothing stands beside them. */
const lone: readonly string[] = [
  ...['null', 'undefined', 'None', 'NaN', 'true', '0', 'NULL', 'N/A', 'nil', 'FALSE', '-1', '1e3', '.', '-', '{}', '#'],
];

/** Texts that a filter keeps out, or a system mends; none does harm to one that takes it for something else. */
const others: readonly string[] = [
  "Bistro O'Brien; DROP TABLE, select uit de union -- update, delete from menu",
  'Cursus <script> en <b>vet</b>, <br/> &nbsp; &lt; en javascript: onload=, met {0} ${naam} %s en \\n',
  'twee  spaties, een\ttab, twee\nregels, ../../map/bestand, C:\\map, =1+1, @mij, http://3pas.example/',
];

/** Names are short, and an endpoint may know all that there are. */
const leastOfProse = 200;

/** Valid drafts of a document type, without end, whose prose is of these words; the turn says with which they begin. */
export function* oddWords(generation: Generation, documentType: string, turn: number): Generator<Draft> {
  const misfits: Misfits = new Set();
  const proseIn = (draft: Draft): readonly FreeText[] =>
    freeTextsIn(generation, draft).filter(({ max, text }) => max >= leastOfProse && !text.includes(openNumber));
  const stock = stockOf(generation, documentType).map((draft) => ({ draft, prose: proseIn(draft) }));
  const most = Math.max(0, ...stock.map(({ prose }) => prose.length));
  const best = stock.filter(({ prose }) => most > 0 && prose.length === most);
  for (let index = 0; index < best.length * lone.length; index += 1) {
    const { draft, prose } = best[index % best.length] ?? none;
    if (draft === undefined) return;
    const wanted = prose.map(({ sites, text }, at) => ({ sites, text: worded(text, turn + index + at) }));
    const { draft: odd, texts } = replaced(generation, draft, { wanted, misfits });
    if (texts.length > 0) yield odd;
  }
}

const none = { draft: undefined, prose: [] };

/** What says that it is a test stays, and no word stands by itself there. */
const worded = (text: string, turn: number): string => {
  if (text.includes(testTitle)) return `${testTitle} ${others[turn % others.length] ?? ''}`;
  const all = turn % 4 === 3 ? others : lone;
  return all[turn % all.length] ?? '';
};
