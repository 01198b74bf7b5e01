import { isOf } from './ids.ts';
import { placesAt, textAt } from './places.ts';
import { targetsOf } from './targets.ts';
import { identitiesAt, rowsOf, strictKey, type Kit } from './table.ts';
import { allOf, type Work } from './work.ts';
import { wordsOf } from '../values/words.ts';
import { tieIds } from '#xml/schema/constraints';

/** Ids of the constraints that tie a document together and that it breaks in every reading. */
export const brokenTies = (kit: Kit, root: Work): readonly string[] => [
  ...brokenNames(kit, root),
  ...new Set(allOf(root).flatMap((work) => brokenAt(kit, work))),
];

const brokenAt = (kit: Kit, work: Work): readonly string[] =>
  identitiesAt(work).flatMap((identity) => {
    const rows = rowsOf(kit, work, identity);
    if (identity.kind === 'keyref') {
      const known = new Set(targetsOf(kit, work, identity).map(({ keys }) => strictKey(keys)));
      const dangling = rows.map(({ keys }) => strictKey(keys)).some((key) => key !== undefined && !known.has(key));
      return dangling ? [identity.id] : [];
    }
    const keys = rows.map((row) => strictKey(row.keys));
    const whole = keys.filter((key) => key !== undefined);
    const isBroken = new Set(whole).size < whole.length || (identity.kind === 'key' && whole.length < keys.length);
    return isBroken ? [identity.id] : [];
  });

const brokenNames = ({ model }: Kit, root: Work): readonly string[] => {
  const words = (name: string): readonly string[] =>
    allOf(root)
      .flatMap(placesAt)
      .filter(({ type }) => type.variety !== 'union' && isOf(type, name))
      .flatMap((place) => wordsOf((textAt(place) ?? '').replace(/[\t\n\r]/g, ' ')));
  const ids = words('ID');
  const known = new Set(ids);
  const { id, idref } = tieIds(model);
  return [...(known.size < ids.length ? [id] : []), ...(words('IDREF').every((one) => known.has(one)) ? [] : [idref])];
};
