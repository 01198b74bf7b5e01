import type { SchemaPlace } from './places.ts';

/** The file that says of a message what its schema does not. */
export const rowsFile = 'description.csv';

const columns = 'pad;naam;verplicht;herhaling;type;lengte;patroon;waarden;opmerking;paragraaf';

/** More than anybody fills in. */
const most = 500;

/** A row for each place of a message, to be filled in from the papers; empty ones say nothing. */
export const descriptionRows = (places: readonly SchemaPlace[]): string => {
  const rows = places
    .slice(0, most)
    .map(({ steps }) => steps.map(({ name, isAttribute }) => `${isAttribute ? '@' : ''}${name.name}`).join('/'));
  return [columns, ...[...new Set(rows)].map((path) => path + ';'.repeat(9)), ''].join('\n');
};
