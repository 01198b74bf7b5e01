/** Which rooms a room may touch; all others are above it. A part of a room that may touch more has an entry of its own. */
export const below = {
  xml: [],
  documents: ['xml'],
  contract: ['xml'],
  pages: ['contract'],
  judgement: ['contract', 'xml'],
  generators: ['documents', 'judgement', 'contract', 'xml'],
  endpoint: ['contract', 'xml'],
  profiles: ['contract', 'xml'],
  evidence: ['judgement', 'contract', 'xml'],
  bundle: ['evidence', 'judgement', 'contract'],
  harness: ['evidence', 'judgement', 'contract'],
  'harness/client': ['harness', 'profiles', 'endpoint', 'generators', 'judgement', 'contract', 'xml'],
  suites: ['harness', 'evidence', 'profiles', 'endpoint', 'generators', 'documents', 'judgement', 'contract', 'xml'],
  defects: ['suites', 'harness', 'evidence', 'endpoint', 'generators', 'judgement', 'contract'],
  reporters: ['evidence', 'judgement', 'pages', 'contract', 'xml'],
  gate: ['reporters', 'harness', 'bundle', 'evidence', 'judgement', 'pages', 'contract', 'xml'],
  nights: ['reporters', 'evidence', 'judgement', 'pages', 'contract', 'xml'],
  cli: [
    'defects',
    'suites',
    'gate',
    'nights',
    'reporters',
    'harness',
    'bundle',
    'evidence',
    'profiles',
    'endpoint',
    'generators',
    'documents',
    'judgement',
    'pages',
    'contract',
    'xml',
  ],
};
/** Which sub-rooms of a room a sub-room may touch, beside the files of `vocabulary`; what stands in the room itself joins them. */
const belowIn = {
  contract: {
    texts: [],
    wire: [],
    folder: ['texts'],
    grounds: ['folder', 'texts'],
    xpath: ['folder', 'texts'],
    description: ['grounds', 'xpath', 'folder', 'texts'],
    rules: ['roles', 'grounds', 'xpath', 'folder', 'texts'],
    wsdl: ['folder', 'texts'],
    schemas: ['wsdl', 'description', 'grounds', 'folder', 'texts'],
    'schema-texts': ['schemas', 'texts'],
    roles: ['description', 'grounds', 'xpath', 'folder', 'texts'],
    examples: ['roles', 'description', 'grounds', 'folder', 'texts'],
    view: ['wsdl', 'description', 'folder', 'texts'],
    narrowing: ['rules', 'roles', 'schemas', 'description', 'grounds', 'folder', 'texts'],
    lists: ['description', 'folder', 'texts'],
    diff: [],
    init: ['view', 'wsdl', 'roles', 'schemas', 'rules', 'description', 'grounds', 'folder', 'texts'],
  },
};
/** What all sub-rooms of a room may name, and imports none of them but for types. */
const vocabulary = { contract: ['contract', 'deliveries', 'error-cases', 'table', 'use'] };
const rooms = Object.keys(below).filter((name) => !name.includes('/'));
const partsOf = (room) => Object.keys(below).filter((name) => name.startsWith(`${room}/`));
const under = (names) => `^(${names.join('|')})/`;
const testFile = '\\.test\\.ts$|^test/';

const besides = (parts) => parts.map((part) => `(?!${part}/)`).join('');
const onlyBelow = Object.entries(below).map(([room, may]) => ({
  name: `${room.replace('/', '-')}-touches-only-what-is-below`,
  comment: `${room}/ may import ${may.join(', ') || 'nothing of ours'}: imports point one way, or no room can be read by itself.`,
  severity: 'error',
  from: { path: `^${besides(partsOf(room))}${room}/` },
  to: {
    path: under(rooms),
    pathNot: `^${besides(partsOf(room))}(${[room, ...may].join('|')})/`,
  },
}));

const onlyBelowIn = Object.entries(belowIn).flatMap(([room, parts]) =>
  Object.entries(parts).map(([part, may]) => ({
    name: `${room}-${part}-touches-only-what-is-below`,
    comment: `${room}/${part}/ may import ${[...may, ...vocabulary[room].map((file) => `${file}.ts`)].join(', ')} of its room.`,
    severity: 'error',
    from: { path: `^${room}/${part}/`, pathNot: testFile },
    to: {
      path: `^${room}/`,
      pathNot: `^${room}/((${[part, ...may].join('|')})/|(${vocabulary[room].join('|')})\\.ts$)`,
    },
  })),
);

const rules = [
  {
    name: 'mock-never-reaches-judgement',
    comment: 'The mock is a second opinion: above xml/ and contract/ it shares no code with the oracle, by no route.',
    severity: 'error',
    from: { path: '^endpoint/mock/' },
    to: { path: '^judgement/', reachable: true },
  },
  {
    name: 'server-knows-nothing-of-the-mock',
    comment: 'The mock and the receiver stand on the server: it knows neither of them, nor the test PKI, by no route.',
    severity: 'error',
    from: { path: '^endpoint/server/', pathNot: testFile },
    to: { path: '^(endpoint/(mock|pki)|judgement)/', reachable: true },
  },
  {
    name: 'certificates-are-judged-apart-from-their-making',
    comment:
      'What judges certificates of clients shares no code with what makes them: a mistake of one shows in the other.',
    severity: 'error',
    from: { path: '^endpoint/mock/certificate/', pathNot: testFile },
    to: { path: '^endpoint/pki/', reachable: true },
  },
  {
    name: 'no-room-runs-a-test',
    comment: 'What runs for a user knows nothing of test/, which is not packed.',
    severity: 'error',
    from: { path: under(rooms), pathNot: testFile },
    to: { path: '^test/' },
  },
  {
    name: 'unit-tests-take-samples-only',
    comment:
      'A test beside its source may take sample data of test/samples/; what acts on several rooms stands in test/.',
    severity: 'error',
    from: { path: `${under(rooms)}.*\\.test\\.ts$` },
    to: { path: '^test/', pathNot: '^test/samples/' },
  },
  {
    name: 'crossings-are-visible',
    comment: 'An import of another room is written #room/file.',
    severity: 'error',
    from: { path: '^([^/]+)/' },
    to: { path: under(rooms), pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'rooms-only',
    comment: 'Code stands in a room: no src, utils, common or helpers.',
    severity: 'error',
    from: { path: `^(?!(${[...rooms, 'test'].join('|')})/)[^/]+/` },
    to: {},
  },
  {
    name: 'no-import-of-a-test',
    comment: 'A test is the end of a path.',
    severity: 'error',
    from: {},
    to: { path: '\\.test\\.ts$' },
  },
  {
    name: 'no-development-package',
    comment:
      'The packed package has dependencies only, so what it runs may import no others; a peer is loaded when it is asked for.',
    severity: 'error',
    from: { path: under(rooms), pathNot: testFile },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'no-unlisted-package',
    comment: 'A package that package.json does not name can be gone tomorrow.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
  },
  {
    name: 'nothing-unresolved',
    comment: 'What cannot be found is checked by no other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-cycle',
    comment: 'Modules that import each other are one module.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'A module that nothing imports and that imports nothing is dead.',
    severity: 'error',
    from: { orphan: true, path: under([...rooms, 'test']), pathNot: '\\.(?:mjs|d\\.ts)$' },
    to: {},
  },
];

export default {
  forbidden: [...onlyBelow, ...onlyBelowIn, ...rules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|3pas-out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
