import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../defects/shared.ts';
import type { Attack, Topic } from './attempt.ts';
import { bugIn, command, type Ended } from './command.ts';

/** A change to a copy of the contract folder, and how a command about it may end. */
interface HostileFolder {
  readonly name: string;
  readonly change: (folder: string) => void;
  /** Exit codes that are right; 2 unless said. */
  readonly ends?: readonly number[];
  readonly quick?: true;
}

const edit =
  (file: string, change: (text: string) => string) =>
  (folder: string): void => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${file}`);
    writeFileSync(path, after);
  };

const times = (count: number, text: string): string => text.repeat(count);
const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const inSchema = (more: string) =>
  edit('dossier.xsd', (text) => text.replace(/<\/(\w+:)?schema>\s*$/, (end) => `${more}${end}`));
/** A DTD of the author, and the last entity of it in use right behind the start of the root. */
const doctype = (file: string, internal: string) =>
  edit(file, (text) => {
    const [last = ''] = [...internal.matchAll(/<!ENTITY (\w+)/g)].map(([, name]) => name).slice(-1);
    const used = text.replace(/(?<=<(?![?!])[^>]*>)/, `&${last};`);
    return used.replace(/^(<\?xml[^>]*\?>)?/, (start) => `${start}<!DOCTYPE x [${internal}]>`);
  });
const firstTest = (expression: string) =>
  edit('rules.sch', (text) => text.replace(/(?<= test=")[^"]*/, () => expression));
const inDescription = (from: RegExp | string, to: string) =>
  edit('contract.yaml', (text) => text.replace(from, () => to));

const xpaths: readonly (readonly [string, string])[] = [
  ['5,000 parentheses', `${times(5000, '(')}1${times(5000, ')')}`],
  ['100,000 parentheses', `${times(100_000, '(')}1${times(100_000, ')')}`],
  ['5,000 predicates in one another', `${times(5000, '*[')}1${times(5000, ']')}`],
  ['5,000 minus signs', `${times(5000, '- ')}1`],
  ['5,000 calls in one another', `${times(5000, 'not(')}1${times(5000, ')')}`],
  ['a path of 20,000 steps', times(20_000, '*/').slice(0, -1)],
  ['20,000 terms', times(20_000, '1 or ').slice(0, -4)],
  ['document() of a file', "document('/etc/passwd')"],
  ['a function of XSLT 2', "unparsed-text('/etc/passwd')"],
  ['a variable that nothing binds', '$zomaar'],
  ['an unclosed quote', "'"],
  ['a NUL by reference', '&#0;'],
];

const folders: readonly HostileFolder[] = [
  ...xpaths.map(([name, expression]): HostileFolder => ({
    name: `a rule with ${name}`,
    change: firstTest(expression),
    ...(name.startsWith('5,000') ? { quick: true } : {}),
  })),
  ...xpaths.slice(0, 7).map(([name, expression]): HostileFolder => ({
    name: `a role with ${name}`,
    change: inDescription('drp:Dossier/drp:Titel', `'${expression.replaceAll("'", "''")}'`),
  })),
  {
    name: 'rules that double 40 times by let',
    change: edit('rules.sch', (text) =>
      text.replace(
        /(<\w*:?pattern[^>]*>)/,
        (start) =>
          `${start}${numbered(40, (index) => `<let name="v${String(index + 1)}" value="concat($v${String(index)}, $v${String(index)})"/>`).replace('$v0, $v0', "'a', 'a'")}`,
      ),
    ),
    ends: [0, 2],
  },
  { name: 'an external entity in a schema', change: doctype('dossier.xsd', '<!ENTITY e SYSTEM "file:///etc/passwd">') },
  {
    name: 'a billion laughs in a schema',
    change: doctype(
      'dossier.xsd',
      numbered(
        12,
        (level) => `<!ENTITY e${String(level)} "${level === 0 ? 'lol' : times(10, `&e${String(level - 1)};`)}">`,
      ),
    ),
  },
  {
    name: 'an external entity in the rules',
    change: doctype('rules.sch', '<!ENTITY e SYSTEM "file:///etc/passwd">'),
    ends: [0, 2],
  },
  {
    name: 'an external entity in the WSDL',
    change: doctype('dossier-service.wsdl', '<!ENTITY e SYSTEM "file:///etc/passwd">'),
    ends: [0, 2],
  },
  {
    name: 'an external entity in an example',
    change: doctype('examples/Melding.xml', '<!ENTITY e SYSTEM "file:///etc/passwd">'),
  },
  {
    name: 'a schema that includes a file of this machine',
    change: edit('dossier.xsd', (text) =>
      text.replace(
        /(<\w+:schema[^>]*>)/,
        '$1<xs:include xmlns:xs="http://www.w3.org/2001/XMLSchema" schemaLocation="file:///etc/passwd"/>',
      ),
    ),
  },
  {
    name: 'a schema that climbs',
    change: edit('dossier.xsd', (text) =>
      text.replace(
        /(<\w+:schema[^>]*>)/,
        '$1<xs:include xmlns:xs="http://www.w3.org/2001/XMLSchema" schemaLocation="../../../../etc/passwd"/>',
      ),
    ),
  },
  {
    name: 'a schema of the web',
    change: edit('dossier.xsd', (text) =>
      text.replace(
        /(<\w+:schema[^>]*>)/,
        '$1<xs:include xmlns:xs="http://www.w3.org/2001/XMLSchema" schemaLocation="http://127.0.0.1:1/x.xsd"/>',
      ),
    ),
    ends: [0, 2],
  },
  {
    name: 'a schema that includes itself',
    change: edit('dossier.xsd', (text) =>
      text.replace(
        /(<\w+:schema[^>]*>)/,
        '$1<xs:include xmlns:xs="http://www.w3.org/2001/XMLSchema" schemaLocation="dossier.xsd"/>',
      ),
    ),
    ends: [0, 2],
  },
  {
    name: 'types that derive in a circle',
    change: inSchema(
      '<xs:simpleType xmlns:xs="http://www.w3.org/2001/XMLSchema" name="Aa"><xs:restriction xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/" base="d:Bb"/></xs:simpleType><xs:simpleType xmlns:xs="http://www.w3.org/2001/XMLSchema" name="Bb"><xs:restriction xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/" base="d:Aa"/></xs:simpleType>',
    ),
  },
  {
    name: 'a schema nested 10,000 deep',
    change: inSchema(
      `${times(10_000, '<xs:annotation xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:appinfo>')}${times(10_000, '</xs:appinfo></xs:annotation>')}`,
    ),
  },
  {
    name: 'a pattern that explodes',
    change: inSchema(
      '<xs:simpleType xmlns:xs="http://www.w3.org/2001/XMLSchema" name="Aa"><xs:restriction base="xs:string"><xs:pattern value="((((a{0,100}){0,100}){0,100}){0,100})*"/></xs:restriction></xs:simpleType>',
    ),
    ends: [0, 2],
  },
  {
    name: 'YAML aliases that double',
    change: edit(
      'contract.yaml',
      (text) =>
        `${text}\nbom:\n  - &a0 [x]\n${numbered(30, (index) => `  - &a${String(index + 1)} [*a${String(index)}, *a${String(index)}]\n`)}`,
    ),
    quick: true,
  },
  {
    name: 'YAML nested 10,000 deep',
    change: edit('contract.yaml', (text) => `${text}\nbom: ${times(10_000, '[')}${times(10_000, ']')}\n`),
    quick: true,
  },
  {
    name: 'YAML mappings nested 5,000 deep',
    change: edit('contract.yaml', (text) => `${text}\nbom: ${times(5000, '{a: ')}${times(5000, '}')}\n`),
  },
  {
    name: 'roles nested 2,000 deep',
    change: edit('contract.yaml', (text) =>
      text.replace(
        '  titel: drp:Dossier/drp:Titel\n',
        `  titel: ${times(2000, '{at: ., roles: {a: ')}.${times(2000, '}}')}\n`,
      ),
    ),
  },
  {
    name: 'a YAML tag of JavaScript',
    change: edit('contract.yaml', (text) => `${text}\nbom: !!js/function 'function () { process.exit(0) }'\n`),
  },
  { name: 'a YAML key twice', change: edit('contract.yaml', (text) => `${text}\ntitle: x\n`) },
  { name: '__proto__ for a key', change: edit('contract.yaml', (text) => `${text}\n__proto__: { confirmed: true }\n`) },
  {
    name: '__proto__ for a role',
    change: inDescription('  titel: drp', '  __proto__: drp:Dossier/drp:Titel\n  titel: drp'),
    ends: [0, 2],
  },
  {
    name: 'constructor for a role',
    change: inDescription('  titel: drp', '  constructor: drp:Dossier/drp:Titel\n  titel: drp'),
    ends: [0, 2],
  },
  {
    name: 'YAML of a single byte 0',
    change: (folder) => {
      writeFileSync(join(folder, 'contract.yaml'), Buffer.from([0]));
    },
  },
  {
    name: 'YAML of random bytes',
    change: (folder) => {
      writeFileSync(
        join(folder, 'contract.yaml'),
        Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
      );
    },
  },
  { name: 'a file name that climbs', change: inDescription('message: dossier.xsd', 'message: ../../../../etc/passwd') },
  { name: 'a file name that is absolute', change: inDescription('message: dossier.xsd', 'message: /etc/passwd') },
  {
    name: 'an example that climbs',
    change: inDescription('example: examples/Melding.xml', 'example: ../../../../etc/passwd'),
  },
  {
    name: 'a symbolic link out of the folder',
    change: (folder) => {
      symlinkSync('/etc', join(folder, 'elders'));
    },
    ends: [0, 2],
  },
  {
    name: 'a symbolic link to itself',
    change: (folder) => {
      symlinkSync(folder, join(folder, 'rond'));
    },
    ends: [0, 2],
  },
  {
    name: 'a folder where a file is asked for',
    change: (folder) => {
      mkdirSync(join(folder, 'map.xsd'));
      edit('contract.yaml', (text) => text.replace('message: dossier.xsd', 'message: map.xsd'))(folder);
    },
  },
  {
    name: 'a connection test that delivers',
    change: inDescription(/request: drp:IsAlive\b/, 'request: drp:VoegDossierToeEnPubliceer'),
  },
  { name: 'limits past any number', change: inDescription('messageBytes: 4194304', 'messageBytes: 1e999') },
  {
    name: 'terminal codes in a title',
    change: inDescription(/^title: .*$/m, 'title: "\\e[2J\\e]0;x\\a\\u202e::error::x"'),
    ends: [0, 2],
  },
];

const unfit = (ended: Ended, ends: readonly number[]): string | undefined => {
  const said = ended.stdout + ended.stderr;
  if (/root:.*:0:0:/.test(said)) return 'a file of this machine was shown';

  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(said))
    return 'control characters on the terminal';
  if (!ends.includes(ended.code ?? -1)) return `exit code ${String(ended.code)}: ${said.slice(0, 300)}`;
  if (ended.peak > 1000) return `${ended.peak.toFixed(0)} MB`;
  return bugIn(ended);
};

const folderAttack = (base: string, { name, change, ends = [2], quick }: HostileFolder, index: number): Attack => ({
  name,
  quick,
  act: async () => {
    const folder = join(base, String(index));
    cpSync(contract.directory, folder, { recursive: true });
    change(folder);
    return unfit(await command(['contract', 'lint', folder], { patience: 60_000 }), ends);
  },
});

/** Whatever stands in a contract folder, reading it ends soon, with a sentence, and without anything of this machine in it. */
export const contractFolders: Topic = {
  topic: 'contract folders',
  isSliced: true,
  open: (base) =>
    Promise.resolve({
      attacks: folders.map((one, index) => folderAttack(base, one, index)),
      close: () => Promise.resolve(),
    }),
};
