import { readCsv } from '#contract/description/csv';
import { didYouMean } from '#contract/texts/nearest';
import { type RequirementId, isRequirementId, requirements } from '#judgement/requirements/registry';
import type { GatePolicy, KnownTarget, KnownVendor, Waiver, Weighed, Weight } from './policy.ts';
import { PolicyError } from './policy-error.ts';
import { type PolicyRow, dayAt, digestAt, digestsAt, filled, policyColumns, policyRow, wholeAt } from './policy-row.ts';

/** The Dutch sentences of the table. */
export const weights: Readonly<Record<string, Weight>> = {
  'telt mee': 'counts',
  'telt als waarschuwing': 'warns',
  'telt niet': 'ignored',
};

type Reading = {
  -readonly [Key in keyof GatePolicy]?: GatePolicy[Key];
} & {
  readonly contracts: string[];
  readonly targets: KnownTarget[];
  readonly vendors: KnownVendor[];
  readonly requirements: Partial<Record<RequirementId, Weighed>>;
  readonly accepted: Record<string, number>;
  readonly waivers: Waiver[];
};

/** Reads a policy of CSV; throws `PolicyError` with line and column. */
export const readPolicy = (file: string, text: string): GatePolicy => {
  const [head, ...rows] = readCsv(text).map((row) => policyRow(file, row));
  if (head === undefined || policyColumns.some((column) => head.value(column).toLowerCase() !== column))
    throw new PolicyError({
      nl: `${file}, regel 1: de kolommen zijn niet ${policyColumns.join(';')}; zet die rij bovenaan`,
      en: `${file}, line 1: the columns are not ${policyColumns.join(';')}; put that row at the top`,
    });
  for (const row of rows) demandShort(row);
  const broken = rows.find(({ isBroken }) => isBroken);
  if (broken !== undefined) throw unclosed(file, broken.line);
  const reading: Reading = { contracts: [], targets: [], vendors: [], requirements: {}, accepted: {}, waivers: [] };
  for (const row of rows) readRow(row, reading);
  const { date, keeper, age, roots, ...lists } = reading;
  if (date === undefined) throw lacking(file, headWords.date);
  if (keeper === undefined) throw lacking(file, headWords.keeper);
  if (age === undefined) throw lacking(file, headWords.age);
  return { date, keeper, age, roots, ...lists };
};

const headWords = {
  date: 'datum',
  keeper: 'opgesteld door',
  age: 'hoogste ouderdom in dagen',
  roots: 'roots',
} as const;

const headKeys = ['date', 'keeper', 'age', 'roots'] as const;

const lacking = (file: string, word: string): PolicyError => {
  return new PolicyError({
    nl: `${file}: de rij beleid;${word} ontbreekt; voeg haar toe`,
    en: `${file}: the row beleid;${word} is missing; add it`,
  });
};

const unclosed = (file: string, line: number): PolicyError =>
  new PolicyError({
    nl: `${file}, regel ${String(line)}: een aanhalingsteken (") is niet gesloten of staat midden in een waarde; sluit het, of verdubbel het tussen aanhalingstekens`,
    en: `${file}, line ${String(line)}: a quote (") is not closed, or stands in the middle of a value; close it, or double it between quotes`,
  });

const readRow = (row: PolicyRow, reading: Reading): void => {
  const kind = row.value('soort').toLowerCase();
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (read !== undefined) {
    read(row, reading);
    return;
  }
  const names = Object.keys(kinds);
  row.refuse('soort', {
    nl: `“${kind}” is geen soort; kies uit ${names.join(', ')}`,
    en: `“${kind}” is no kind of row${didYouMean(kind, names) || ';'} choose from ${names.join(', ')}`,
  });
};

const kinds: Readonly<Record<string, (row: PolicyRow, reading: Reading) => void>> = {
  beleid: (row, reading) => {
    head(row, reading);
  },
  contract: (row, { contracts }) => contracts.push(digestAt(row, 'waarde')),
  endpoint: (row, { targets }) =>
    targets.push({
      phase: phaseOf(row),
      host: hostAt(row),
      certificates: row.value('toelichting') === '' ? [] : digestsAt(row, 'toelichting'),
    }),
  leverancier: (row, { vendors }) => {
    const [name, fingerprint] = [filled(row, 'onderwerp'), digestAt(row, 'waarde')];
    if (vendors.some((one) => one.fingerprint === fingerprint && one.name !== name))
      row.refuse('waarde', {
        nl: 'deze vingerafdruk staat ook bij een andere leverancier; geef elke leverancier een eigen certificaat',
        en: 'this fingerprint stands with another vendor too; give each vendor a certificate of its own',
      });
    vendors.push({ name, fingerprint, ...oinsOf(row) });
  },
  aanleveringen: (row, { accepted }) => {
    accepted[once(row, 'documenttype', accepted)] = wholeAt(row, 'aantal', 1);
  },
  eis: (row, { requirements: weighed }) => {
    const id = requirementAt(row);
    once(row, 'onderwerp', weighed);
    weighed[id] = { weight: weightOf(row), deliveries: wholeAt(row, 'aantal', 0) };
  },
  afwijking: (row, { waivers }) => {
    waivers.push({
      requirement: requirementAt(row),
      documentType: row.value('documenttype') || undefined,
      reason: filled(row, 'toelichting'),
      owner: filled(row, 'eigenaar'),
      lastDay: dayAt(row, 'laatste dag'),
    });
  },
};

const head = (row: PolicyRow, reading: Reading): void => {
  const subject = row.value('onderwerp').toLowerCase();
  const said = headKeys.find((key) => headWords[key] === subject);
  if (said !== undefined && reading[said] !== undefined) once(row, 'onderwerp', { [subject]: true });
  if (said === 'date') reading.date = dayAt(row, 'waarde');
  else if (said === 'keeper') reading.keeper = filled(row, 'waarde');
  else if (said === 'age') reading.age = wholeAt(row, 'waarde', 1);
  else if (said === 'roots') reading.roots = filled(row, 'waarde');
  else
    row.refuse('onderwerp', {
      nl: `“${subject}” zegt niets over het beleid; kies uit ${Object.values(headWords).join(', ')}`,
      en: `“${subject}” says nothing of the policy; choose from ${Object.values(headWords).join(', ')}`,
    });
};

/** Characters of a value; who pastes a whole text into a cell is told so in one line. */
const longest = 1000;

const demandShort = (row: PolicyRow): void => {
  const column = policyColumns.find((one) => row.value(one).length > longest);
  if (column !== undefined)
    row.refuse(column, {
      nl: `is langer dan ${String(longest)} tekens; kort het in`,
      en: `is longer than ${String(longest)} characters; shorten it`,
    });
};

/** A host as addresses have it, with its port unless that is the one of https. */
const hostAt = (row: PolicyRow): string => {
  const said = filled(row, 'waarde');
  const host = /^[^\s/?#@*\\]+$/.test(said) ? URL.parse(`https://${said}/`)?.host : undefined;
  if (host !== undefined && host !== '') return host;
  return row.refuse('waarde', {
    nl: `“${said}” is geen hostnaam; schrijf alleen de naam, zoals eto.example.nl, zo nodig met een poort (eto.example.nl:8443)`,
    en: `“${said}” is no host name; write the name alone, such as eto.example.nl, with a port if need be (eto.example.nl:8443)`,
  });
};

const phaseOf = (row: PolicyRow): number => {
  const [, number] = /^fase ([1-4])$/i.exec(row.value('onderwerp')) ?? [];
  if (number !== undefined) return Number(number);
  return row.refuse('onderwerp', {
    nl: `“${row.value('onderwerp')}” is geen fase; schrijf fase 1, fase 2, fase 3 of fase 4`,
    en: `“${row.value('onderwerp')}” is not a phase; write fase 1, fase 2, fase 3 or fase 4`,
  });
};

const oinsOf = (row: PolicyRow): Pick<KnownVendor, 'oin' | 'broker'> => {
  const said = row.value('toelichting');
  if (said === '') return { oin: undefined, broker: undefined };
  const [, oin, broker] = /^OIN (\d{20})(?:, broker (\d{20}))?$/.exec(said) ?? [];
  if (oin !== undefined) return { oin, broker };
  return row.refuse('toelichting', {
    nl: `“${said}” is geen OIN; schrijf OIN en twintig cijfers, voor een broker erachter , broker en diens twintig cijfers, of laat het leeg`,
    en: `“${said}” is not an OIN; write OIN and twenty digits, for a broker after it , broker and its twenty digits, or leave it empty`,
  });
};

const requirementAt = (row: PolicyRow): RequirementId => {
  const id = row.value('onderwerp');
  if (isRequirementId(id)) return id;
  const near = didYouMean(id, [...requirements.keys()]);
  return row.refuse('onderwerp', {
    nl: `“${id}” is geen eis van deze versie; 3pas requirements geeft ze alle`,
    en: `“${id}” is no requirement of this version${near || ';'} 3pas requirements lists them all`,
  });
};

const weightOf = (row: PolicyRow): Weight => {
  const said = row.value('waarde').toLowerCase();
  const weight = Object.hasOwn(weights, said) ? weights[said] : undefined;
  if (weight !== undefined) return weight;
  const names = Object.keys(weights).join(', ');
  return row.refuse('waarde', {
    nl: `“${said}” zegt niet hoe de eis telt; kies uit ${names}`,
    en: `“${said}” does not say how the requirement counts; choose from ${names}`,
  });
};

/** Two rows of one subject would hide each other. */
const once = (row: PolicyRow, column: 'documenttype' | 'onderwerp', known: object): string => {
  const name = filled(row, column);
  if (!Object.hasOwn(known, name)) return name;
  return row.refuse(column, {
    nl: `“${name}” staat er twee keer; houd één rij`,
    en: `“${name}” is there twice; keep one row`,
  });
};
