/**
 * How to keep each rule of rules.sch when a delivery is generated, and how to break only it. The file speaks of roles and of
 * values of the lists; where a role stands on the wire is the business of contract.yaml.
 */

/** The role that says the competent authority. */
const authority = 'bevoegdGezag';

/** Values of a role that are of a kind; none where it has no such kind. */
const ofKind = (api, role, kind) => (api.kinds(role).includes(kind) ? api.list(role, kind) : []);

const isOf = (api, type, kind) => ofKind(api, 'documenttype', kind).includes(type);
const isPermit = (api, type) => isOf(api, type, 'vergunning');
const isDecision = (api, type) => isOf(api, type, 'beschikking');
const isAnnouncement = (api, type) => isOf(api, type, 'aankondiging');
const hasPlan = (api, type) => isOf(api, type, 'planafwijking');

const rubrics = (api, type) =>
  api.kinds('rubriek').flatMap((kind) => (isOf(api, type, kind) ? ofKind(api, 'rubriek', kind) : []));

const subjectOf = (api, type) => {
  const isApplication = isOf(api, type, 'aanvraag');
  if (hasPlan(api, type)) return 'Verleende omgevingsvergunning met planafwijking';
  if (isPermit(api, type)) return isApplication ? 'Aanvraag omgevingsvergunning' : 'Verleende omgevingsvergunning';
  if (isDecision(api, type)) return isApplication ? 'Aanvraag vergunning' : 'Verleende vergunning';
  if (isOf(api, type, 'melding')) return 'Ingekomen melding';
  return isAnnouncement(api, type) ? 'Aankondiging' : type;
};

/** The gazettes of a kind of body, its own first; of an announcement those of its own. */
const mediaOf = (api, kind, type) => ofKind(api, 'medium', isAnnouncement(api, type) ? 'aankondiging' : kind);

/** Gazettes that a kind of body does not have. */
const foreignMedia = (api, kind) => {
  const all = api.kinds('medium').flatMap((one) => ofKind(api, 'medium', one));
  return [...new Set(all)].filter((medium) => !ofKind(api, 'medium', kind).includes(medium));
};

const namesOf = (api, kind) => ofKind(api, authority, kind);

/** The form of geometry that each kind of gebiedsmarkering takes; Wijk stands for Buurt and Woonplaats too. */
const geometryOf = {
  Adres: 'POINT(0 0)',
  Perceel: 'POLYGON((0 0))',
  Punt: 'POINT(0 0)',
  Lijn: 'LINESTRING(0 0)',
  Vlak: 'POLYGON((0 0))',
  Weg: 'LINESTRING(0 0)',
  Wijk: 'POLYGON((0 0))',
  Postcodegebied: 'POLYGON((0 0))',
  PostcodeHuisnummer: 'POINT(0 0)',
  GeometrieRef: 'POLYGON((0 0))',
};

/** Why a rule can't be broken in a document type, for reports. */
const because = (nl, en) => ({ nl, en });
const only = (applies, reason) => (type) => applies(type) || reason;
const bytes = (text) => new TextEncoder().encode(text);
const base64 = (text) => btoa(text);
const shift = (positions, east) => positions.map(({ x, y }) => ({ x: x + east, y }));

/** Ways to break a rule that each draw nothing. */
const edits = (byWay) => Object.fromEntries(Object.entries(byWay).map(([way, apply]) => [way, { apply }]));

/** Ways to break a rule that each write another text in a role. */
const spellings = (roles, role, byWay) =>
  edits(Object.fromEntries(Object.entries(byWay).map(([way, text]) => [way, (draft) => roles.map(draft, role, text)])));

const otherCase = (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase());

/** A text that differs a little from another one, by how it does. */
const nearTexts = {
  'other-case': (text) => text.replace(/\p{L}(?=\P{L}*$)/u, otherCase),
  'letter-dropped': (text) => text.slice(0, -1),
  'letter-added': (text) => `${text}.`,
  accented: (text) => text.replace(/[aeioun](?!\p{M})/iu, (letter) => `${letter}\u0301`.normalize('NFC')),
};

/** The media that may be asked for with a document type; undefined when any may. */
const allowedMedia = (api, type) =>
  isAnnouncement(api, type)
    ? api.media?.filter((medium) => ofKind(api, 'medium', 'aankondiging').includes(medium))
    : api.media;

/** Bodies that may be the authority: allowed and mandated; where there are any, those that one of the media asked for suits. */
const bodies = (api, type) => {
  const media = allowedMedia(api, type);
  const mandated = ({ kind, name }) =>
    api.context.mandates?.some((one) => one.kind === kind && one.name === name) ?? true;
  const suits = ({ kind }) => mediaOf(api, kind, type).some((medium) => media.includes(medium));
  const all = api.kinds(authority).map((kind) => namesOf(api, kind).map((name) => ({ kind, name })));
  const groups = (api.authorities === undefined ? all : [api.authorities]).map((group) => group.filter(mandated));
  const suited = media?.length ? groups.map((group) => group.filter(suits)) : groups;
  return (suited.flat().length === 0 ? groups : suited).filter((group) => group.length > 0);
};

const body = (api, type) => {
  const groups = bodies(api, type);
  if (groups.length === 0)
    throw new Error('no body that may be the authority has a machtiging: add one to the profile');
  return api.fc.oneof(...groups.map((group) => api.fc.constantFrom(...group)));
};

const withAuthority = (roles, draft, { kind, name }) =>
  roles.set(roles.set(draft, authority, name), `${authority}/soort`, kind);

/** Another kind of body, one whose list does not hold the name. */
const otherKind = (api, { name, kind }, index) => {
  const others = api.kinds(authority).filter((one) => one !== kind && !namesOf(api, one).includes(name));
  return others[index % others.length];
};

export const shape = (api, type) => {
  const { fc, text, today, calendar } = api;
  const media = allowedMedia(api, type);
  const before = (most) => fc.integer({ min: 0, max: most }).map((days) => calendar.addDays(today, -days));
  const place = fc
    .tuple(text.street(), fc.integer({ min: 1, max: 240 }), text.place())
    .map(([street, number, town]) => `${street} ${number} te ${town}`);
  const plain = place.map((where) => `${subjectOf(api, type)}, ${where}`);
  return {
    values: {
      rubriek: fc.constantFrom(...rubrics(api, type)),
      titel: fc.oneof(
        { withCrossShrink: true },
        { weight: 2, arbitrary: plain },
        { weight: 1, arbitrary: text.dutch({ min: 1, max: 243 }) },
      ),
      'gebiedsmarkering/straatnaam': text.street(),
      'gebiedsmarkering/woonplaats': text.place(),
      'gebiedsmarkering/postcode': text.postcode(),
      'gebiedsmarkering[Wijk]/naam': text.place(),
      ...Object.fromEntries(
        Object.entries(geometryOf).map(([kind, like]) => [`gebiedsmarkering[${kind}]/geometrie`, fc.constant(like)]),
      ),
      datumOntvangst: before(60),
      datumBesluit: before(20),
      datumVerzending: before(5),
      rectificeert: fc
        .tuple(
          fc.constantFrom('gmb', 'prb', 'wsb', 'bgr', 'stcrt'),
          fc.integer({ min: 2014, max: Number(today.slice(0, 4)) }),
          fc.integer({ min: 1, max: 600_000 }),
        )
        .map((parts) => parts.join('-')),
      'bopa/imro': fc
        .tuple(fc.integer({ min: 1000, max: 1999 }), fc.integer({ min: 1, max: 9999 }))
        .map(([body, plan]) => `NL.IMRO.${body}.BP${plan}-VG01`),
      'bopa/gml/geometrie/id': fc.uuid(),
      'bopa/gml/gmlId': fc.constant('g'),
      'bopa/gml/geometrie/srsName': fc.constant('EPSG:28992'),
      'bopa/gml/geometrie/vlak/rand': fc.constant('0 0 0 0 0 0 0 0'),
      'bopa/gml/geometrie/vlak/gat': fc.constant('0 0 0 0 0 0 0 0'),
      'bopa/gml/geometrie/lijn': fc.constant('0 0 0 0'),
      'bopa/gml/geometrie/punt': fc.constant('0 0'),
    },
    present: [
      'referentienummer',
      ...(isPermit(api, type) ? ['activiteit'] : []),
      ...(isPermit(api, type) || isDecision(api, type) ? ['gebiedsmarkering'] : []),
      ...(media?.length ? ['medium'] : []),
    ],
    absent: [
      ...(isPermit(api, type) ? [] : ['activiteit']),
      ...(hasPlan(api, type) ? [] : ['bopa']),
      ...(media?.length === 0 ? ['medium', 'publicatiedatum'] : []),
    ],
  };
};

/** Changes one number of a list of coordinates. */
const change = (numbers, index, edit) =>
  numbers
    .split(' ')
    .map((one, at, all) => (at === (index + all.length) % all.length ? edit(one) : one))
    .join(' ');

const geometryLike = (text, [point, line, polygon]) => {
  if (text.startsWith('POINT')) return point;
  return /^(MULTI)?LINESTRING/.test(text) ? line : polygon;
};

/** Areas in a GML file, apart from each other and with holes inside. */
const drawAreas = ({ api: { roles, geometry }, list }, draft, drawn) => {
  const count = roles.count(draft, 'bopa/gml/geometrie/vlak');
  const outers = geometry.apart(Array.from({ length: count }, (_, index) => drawn[index % drawn.length]));
  const shells = roles.map(draft, 'bopa/gml/geometrie/vlak/rand', (_, index) => list(outers[index].positions));
  return outers.reduce(
    (open, outer, index) =>
      roles.map(open, `bopa/gml/geometrie/vlak[${index + 1}]/gat`, (_, hole) => list(geometry.holeIn(outer, hole))),
    shells,
  );
};

/** Names that the file in the zip must not have. */
const otherNames = ['kennisgeving.xml', 'Inhoud.xml', 'inhoud.XML', 'map/inhoud.xml', 'inhoud.txt'];

const contentFaces = ({ api, notAnnouncement, announcementOnly }) => {
  const { fc, roles, files } = api;
  return {
    'inhoud-is-inhoud-xml': {
      appliesTo: notAnnouncement,
      satisfy: {
        apply: (draft, _, type) =>
          isAnnouncement(api, type) ? draft : files.rename(draft, 'inhoud', () => 'inhoud.xml'),
      },
      violate: {
        near: edits({
          'other-case': (draft) => files.rename(draft, 'inhoud', () => 'Inhoud.xml'),
          'in-a-folder': (draft) => files.rename(draft, 'inhoud', () => 'map/inhoud.xml'),
          'other-name': (draft) => files.rename(draft, 'inhoud', () => 'kennisgeving.xml'),
          'one-more': (draft) => files.add(draft, 'inhoud', { name: 'leesmij.txt', content: bytes('bijlage') }),
        }),
        from: fc.constantFrom(...otherNames, 'two', 'none'),
        apply: (draft, way) => {
          if (way === 'two') return files.add(draft, 'inhoud', { name: 'leesmij.txt', content: bytes('bijlage') });
          return way === 'none' ? files.clear(draft, 'inhoud') : files.rename(draft, 'inhoud', () => way);
        },
        implies: ['titel-gelijk-aan-kop'],
      },
    },
    'aankondiging-is-een-pdf': {
      appliesTo: announcementOnly,
      satisfy: {
        apply: (draft, _, type) =>
          isAnnouncement(api, type) ? files.rename(draft, 'inhoud', () => 'aankondiging.pdf') : draft,
      },
      violate: {
        near: edits({
          'other-extension': (draft) => files.rename(draft, 'inhoud', () => 'aankondiging.pdf.doc'),
          'no-extension': (draft) => files.rename(draft, 'inhoud', () => 'aankondiging'),
          'one-more': (draft) =>
            files.add(draft, 'inhoud', { name: 'bijlage.pdf', content: bytes('%PDF-1.4\n%%EOF\n') }),
        }),
        from: fc.constantFrom('aankondiging.txt', 'aankondiging', 'aankondiging.pdf.doc', 'two', 'none'),
        apply: (draft, way) => {
          if (way === 'two')
            return files.add(draft, 'inhoud', { name: 'bijlage.pdf', content: bytes('%PDF-1.4\n%%EOF\n') });
          return way === 'none' ? files.clear(draft, 'inhoud') : files.rename(draft, 'inhoud', () => way);
        },
      },
    },
    'inhoud-leesbaar': {
      violate: {
        from: fc.constantFrom(base64('geen zip'), '', base64('PK\u0003\u0004'), base64('%PDF-1.4 geen zip')),
        apply: (draft, text) => roles.set(draft, 'inhoud', text),
      },
    },
  };
};

const fileFaces = ({ api, notAnnouncement }) => {
  const { fc, roles, files } = api;
  return {
    'bestand-leesbaar': {
      violate: {
        from: fc.constantFrom(
          '',
          'geen xml, geen pdf',
          '<aanlevering>',
          '<aanlevering></Aanlevering>',
          '<a>&euro;</a>',
          '<a>R&D</a>',
        ),
        apply: (draft, text) => files.replace(draft, 'inhoud', bytes(text)),
      },
    },
    'inhoud-niet-te-groot': {
      violate: {
        apply: (draft) =>
          Array.from({ length: 100 }, (_, index) => `bijlage-${index + 1}.txt`).reduce(
            (open, name) => files.add(open, 'inhoud', { name, content: bytes('') }),
            draft,
          ),
      },
    },
    'inhoud-zonder-dtd': {
      appliesTo: notAnnouncement,
      violate: {
        from: fc.constantFrom(
          '<!DOCTYPE aanlevering>',
          '<!DOCTYPE aanlevering [<!ENTITY a "b">]>',
          '<!DOCTYPE aanlevering SYSTEM "inhoud.dtd">',
        ),
        apply: (draft, dtd) => files.rewrite(draft, 'inhoud', (xml) => dtd + xml),
      },
    },
    'titel-gelijk-aan-kop': {
      appliesTo: notAnnouncement,
      satisfy: { apply: (draft) => roles.set(draft, 'inhoud/titel', roles.get(draft, 'titel') ?? '') },
      violate: {
        near: spellings(roles, 'inhoud/titel', nearTexts),
        from: fc.constantFrom(
          (title) => `${title} (gewijzigd)`,
          (title) => title.toLowerCase(),
          (title) => title.slice(1),
          () => 'Kennisgeving',
          (title) => `${title}.`,
        ),
        apply: (draft, edit) => roles.map(draft, 'inhoud/titel', edit),
      },
    },
  };
};

const subjectFaces = ({ api }) => {
  const { fc, roles } = api;
  return {
    'referentienummer-aanwezig': {
      violate: { without: ['bopa'], apply: (draft) => roles.remove(draft, 'referentienummer') },
    },
    'rubriek-past-bij-documenttype': {
      violate: {
        from: fc.nat(),
        apply: (draft, index, type) => {
          const wrong = api
            .list('rubriek')
            .filter(
              (rubric) =>
                !ofKind(api, 'rubriek', 'vergunning').includes(rubric) && !rubrics(api, type).includes(rubric),
            );
          return roles.set(draft, 'rubriek', wrong[index % wrong.length]);
        },
        implies: ['geen-activiteit-bij-andere-rubriek'],
      },
    },
    'activiteit-bij-omgevingsvergunning': {
      appliesTo: only(
        (type) => isPermit(api, type),
        because(
          'de rubriek van dit documenttype is niet omgevingsvergunning',
          'the rubriek of this document type is not omgevingsvergunning',
        ),
      ),
      violate: { apply: (draft) => roles.remove(draft, 'activiteit') },
    },
    'geen-activiteit-bij-andere-rubriek': {
      appliesTo: only(
        (type) => !isPermit(api, type),
        because(
          'de rubriek van dit documenttype is omgevingsvergunning',
          'the rubriek of this document type is omgevingsvergunning',
        ),
      ),
      violate: {
        from: fc.constantFrom(...api.list('activiteit')),
        apply: (draft, activity) => roles.add(draft, 'activiteit', activity),
      },
    },
    'gebiedsmarkering-bij-vergunning': {
      appliesTo: only(
        (type) => isPermit(api, type) || isDecision(api, type),
        because('dit documenttype heeft geen gebiedsmarkering nodig', 'this document type needs no gebiedsmarkering'),
      ),
      violate: { apply: (draft) => roles.remove(draft, 'gebiedsmarkering') },
    },
  };
};

const authorityFaces = ({ api }) => {
  const { fc, roles } = api;
  return {
    'bevoegd-gezag-in-lijst': {
      satisfy: {
        from: (type) => body(api, type),
        apply: (draft, chosen) => withAuthority(roles, draft, chosen),
      },
      violate: {
        without: ['medium'],
        from: fc.nat({ max: 11 }),
        apply: (draft, index) =>
          roles.map(draft, 'bevoegdGezag/soort', (kind) =>
            otherKind(api, { name: roles.get(draft, 'bevoegdGezag'), kind }, index),
          ),
        implies: ['bevoegd-gezag-gemachtigd'],
      },
    },
    'bevoegd-gezag-gemachtigd': {
      appliesTo: only(
        () => api.context.mandates !== undefined,
        because('het profiel noemt geen machtigingen', 'the profile names no machtigingen'),
      ),
      violate: {
        from: fc.nat(),
        apply: (draft, index) => {
          const kind = roles.get(draft, 'bevoegdGezag/soort');
          const others = namesOf(api, kind).filter(
            (name) => !api.context.mandates.some((one) => one.kind === kind && one.name === name),
          );
          return others.length === 0 ? undefined : roles.set(draft, 'bevoegdGezag', others[index % others.length]);
        },
      },
    },
    'uitgever-in-lijst': {
      satisfy: {
        from: (type) => body(api, type),
        apply: (draft, { kind, name }) => roles.set(roles.set(draft, 'uitgever', name), 'uitgever/soort', kind),
      },
      violate: {
        needs: ['uitgever'],
        from: fc.nat({ max: 11 }),
        apply: (draft, index) =>
          roles.map(draft, 'uitgever/soort', (kind) =>
            otherKind(api, { name: roles.get(draft, 'uitgever'), kind }, index),
          ),
      },
    },
  };
};

const mediumFaces = ({ api, mediumAllowed }) => {
  const { fc, roles } = api;
  return {
    'medium-past-bij-soort': {
      appliesTo: mediumAllowed,
      satisfy: {
        from: fc.nat({ max: 11 }),
        apply: (draft, index, type) => {
          const suited = mediaOf(api, roles.get(draft, 'bevoegdGezag/soort'), type);
          const media = suited.filter((medium) => api.media?.includes(medium) ?? true);
          return media.length === 0
            ? roles.remove(draft, 'medium')
            : roles.set(draft, 'medium', media[index % media.length]);
        },
      },
      violate: {
        needs: ['medium'],
        from: fc.nat({ max: 11 }),
        apply: (draft, index) => {
          const wrong = foreignMedia(api, roles.get(draft, 'bevoegdGezag/soort'));
          return roles.set(draft, 'medium', wrong[index % wrong.length]);
        },
        implies: ['aankondiging-in-staatscourant'],
      },
    },
    'aankondiging-in-staatscourant': {
      appliesTo: (type) =>
        isAnnouncement(api, type)
          ? mediumAllowed(type)
          : because(
              'alleen GAOverigeAankondigingen hoort in de Staatscourant',
              'only GAOverigeAankondigingen belongs in the Staatscourant',
            ),
      violate: {
        needs: ['medium'],
        // A body that has no other gazette makes way for one that has: else the medium would not suit its kind either.
        apply: (draft, _, type) => {
          const elsewhere = (kind) =>
            ofKind(api, 'medium', kind).find((medium) => !ofKind(api, 'medium', 'aankondiging').includes(medium));
          const own = elsewhere(roles.get(draft, 'bevoegdGezag/soort'));
          if (own !== undefined) return roles.set(draft, 'medium', own);
          const other = bodies(api, type)
            .flat()
            .find(({ kind }) => elsewhere(kind) !== undefined);
          return other === undefined
            ? roles.set(draft, 'medium', foreignMedia(api, 'aankondiging')[0])
            : roles.set(withAuthority(roles, draft, other), 'medium', elsewhere(other.kind));
        },
        implies: ['medium-past-bij-soort'],
      },
    },
  };
};

const publicationFaces = ({ api, mediumAllowed, later }) => {
  const { fc, roles, calendar, today } = api;
  return {
    'publicatiedatum-met-medium': {
      satisfy: {
        apply: (draft) => (roles.count(draft, 'medium') === 0 ? roles.remove(draft, 'publicatiedatum') : draft),
      },
      violate: {
        without: ['medium', 'publicatiedatum'],
        from: fc.integer({ min: 2, max: 20 }),
        apply: (draft, days) => roles.add(draft, 'publicatiedatum', calendar.addWorkingDays(today, days)),
      },
    },
    'publicatiedatum-is-werkdag': {
      appliesTo: mediumAllowed,
      satisfy: {
        from: fc.integer({ min: 2, max: 40 }),
        apply: (draft, days) => roles.map(draft, 'publicatiedatum', () => calendar.addWorkingDays(today, days)),
      },
      violate: {
        needs: ['medium', 'publicatiedatum'],
        from: fc.nat({ max: 400 }),
        apply: (draft, days) => {
          const free = Array.from({ length: 8 }, (_, more) => later(3 + days + more)).find(
            (date) => calendar.working(date) === 'nee',
          );
          return roles.set(draft, 'publicatiedatum', free);
        },
      },
    },
    'publicatiedatum-niet-verleden': {
      appliesTo: mediumAllowed,
      violate: {
        needs: ['medium', 'publicatiedatum'],
        from: fc.nat({ max: 400 }),
        apply: (draft, days) => {
          const past = Array.from({ length: 12 }, (_, more) => later(-1 - days - more)).find(
            (date) => calendar.working(date) !== 'nee',
          );
          return roles.set(draft, 'publicatiedatum', past);
        },
      },
    },
  };
};

const termFaces = ({ api, later }) => {
  const { fc, roles, calendar, today } = api;
  return {
    'reactietermijn-einde-niet-voor-begin': {
      satisfy: {
        from: fc.nat({ max: 20 }),
        apply: (draft, days) => roles.set(draft, 'reactietermijn/begin', later(days)),
      },
      violate: {
        needs: ['reactietermijn/begin'],
        near: edits({
          'the-day-before': (draft) =>
            roles.set(draft, 'reactietermijn/eind', calendar.addDays(roles.get(draft, 'reactietermijn/begin'), -1)),
        }),
        from: fc.integer({ min: 1, max: 400 }),
        apply: (draft, days) =>
          roles.set(draft, 'reactietermijn/eind', calendar.addDays(roles.get(draft, 'reactietermijn/begin'), -days)),
      },
    },
    'reactietermijn-zes-weken': {
      appliesTo: only(
        (type) => !isOf(api, type, 'korte-termijn'),
        because(
          'een termijn voor zienswijzen op een aanvraag mag korter zijn',
          'a term for zienswijzen on an application may be shorter',
        ),
      ),
      satisfy: {
        from: fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 41 })),
        apply: (draft, [more, fewer], type) => {
          const begin = roles.get(draft, 'reactietermijn/begin') ?? today;
          const days = isOf(api, type, 'korte-termijn') ? 41 + more - fewer : 41 + more;
          return roles.set(draft, 'reactietermijn/eind', calendar.addDays(begin, days));
        },
      },
      violate: {
        needs: ['reactietermijn/begin'],
        near: edits({
          'a-day-short': (draft) =>
            roles.set(draft, 'reactietermijn/eind', calendar.addDays(roles.get(draft, 'reactietermijn/begin'), 40)),
        }),
        from: fc.oneof(fc.constantFrom(40, 0), fc.nat({ max: 40 })),
        apply: (draft, days) =>
          roles.set(draft, 'reactietermijn/eind', calendar.addDays(roles.get(draft, 'reactietermijn/begin'), days)),
      },
    },
  };
};

const dateFaces = ({ api, later }) => {
  const { fc, roles, calendar, today } = api;
  return {
    'ontvangst-niet-in-toekomst': {
      violate: {
        needs: ['datumOntvangst'],
        without: ['datumBesluit'],
        near: edits({ tomorrow: (draft) => roles.set(draft, 'datumOntvangst', later(1)) }),
        from: fc.integer({ min: 1, max: 400 }),
        apply: (draft, days) => roles.set(draft, 'datumOntvangst', later(days)),
      },
    },
    'besluit-niet-voor-ontvangst': {
      satisfy: {
        from: fc.nat({ max: 60 }),
        apply: (draft, days) => {
          const received = roles.get(draft, 'datumOntvangst');
          if (received === undefined) return draft;
          const most = calendar.daysBetween(received, today);
          return roles.set(draft, 'datumBesluit', calendar.addDays(received, days % (most + 1)));
        },
      },
      violate: {
        needs: ['datumOntvangst', 'datumBesluit'],
        near: edits({
          'the-day-before': (draft) =>
            roles.set(draft, 'datumBesluit', calendar.addDays(roles.get(draft, 'datumOntvangst'), -1)),
        }),
        from: fc.integer({ min: 1, max: 400 }),
        apply: (draft, days) =>
          roles.set(draft, 'datumBesluit', calendar.addDays(roles.get(draft, 'datumOntvangst'), -days)),
      },
    },
    'besluit-niet-in-toekomst': {
      violate: {
        needs: ['datumBesluit'],
        near: edits({ tomorrow: (draft) => roles.set(draft, 'datumBesluit', later(1)) }),
        from: fc.integer({ min: 1, max: 400 }),
        apply: (draft, days) => roles.set(draft, 'datumBesluit', later(days)),
      },
    },
  };
};

/** Places a millimetre outside the bounds of the reference system, in millimetres. */
const justOutside = {
  'just-west': { x: -7_000_001, y: 400_000_000 },
  'just-north': { x: 150_000_000, y: 629_000_001 },
  'just-east': { x: 300_000_001, y: 400_000_000 },
  'just-south': { x: 150_000_000, y: 288_999_999 },
};

/** A postcode that people take for one. */
const nearPostcodes = {
  'space-inside': (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
  'other-case': (code) => code.slice(0, 5) + code.slice(5).toLowerCase(),
  'space-after': (code) => `${code} `,
  'letter-dropped': (code) => code.slice(0, 5),
  'letter-added': (code) => code + code.slice(-1),
  'space-before': (code) => ` ${code}`,
  'zero-in-front': (code) => `0${code.slice(1)}`,
  'digit-for-a-letter': (code) => `${code.slice(0, 5)}0`,
  'all-lower-case': (code) => code.toLowerCase(),
  'line-break-after': (code) => `${code}\n`,
  'other-digit': (code) => code.replace(/\d/, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
};

const placeFaces = ({ api }) => {
  const { fc, roles, geometry } = api;
  const at = (draft, { x, y }) =>
    roles.set(draft, 'gebiedsmarkering[Punt][1]/geometrie', `POINT(${geometry.metres(x)} ${geometry.metres(y)})`);
  const drawnShapes = fc.tuple(geometry.point(), geometry.line(), geometry.polygon());
  return {
    'rd-bereik': {
      satisfy: {
        from: fc.tuple(drawnShapes, drawnShapes, drawnShapes),
        apply: (draft, drawn) =>
          roles.map(draft, 'gebiedsmarkering/geometrie', (text, index) => geometryLike(text, drawn[index % 3])),
      },
      violate: {
        needs: ['gebiedsmarkering[Punt]/geometrie'],
        near: edits(
          Object.fromEntries(Object.entries(justOutside).map(([way, place]) => [way, (draft) => at(draft, place)])),
        ),
        from: fc.tuple(geometry.position(), fc.constantFrom('swapped', 'degrees', 'millimetres', 'west', 'north')),
        apply: (draft, [{ x, y }, way]) => {
          const place = {
            swapped: [y, x],
            degrees: [5387, 52156],
            millimetres: [x * 1000, y * 1000],
            west: [-7001_000, y],
            north: [x, 629_001_000],
          };
          const [east, north] = place[way];
          return at(draft, { x: east, y: north });
        },
      },
    },
  };
};

const postcodeFaces = ({ api: { fc, roles } }) => ({
  'postcode-vorm': {
    violate: {
      needs: ['gebiedsmarkering[Adres]/postcode'],
      near: spellings(roles, 'gebiedsmarkering[Adres][1]/postcode', nearPostcodes),
      from: fc.constantFrom(
        (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
        (code) => code.toLowerCase(),
        (code) => `0${code.slice(1)}`,
        (code) => code.slice(0, 4),
        (code) => `${code}X`,
        (code) => `${code.slice(0, 4)}É${code.slice(5)}`,
      ),
      apply: (draft, edit) => roles.map(draft, 'gebiedsmarkering[Adres][1]/postcode', edit),
    },
  },
});

/** An area of which the fourth corner lies on the first edge, in millimetres. */
const touching = [
  [0, 0],
  [20_000, 0],
  [20_000, 20_000],
  [10_000, 0],
  [0, 20_000],
  [0, 0],
];

const bowTie = (size) => [
  [0, 0],
  [size, size],
  [size, 0],
  [0, size],
  [0, 0],
];

const moved = ({ x, y }, [east, north]) => ({ x: x + Math.round(east), y: y + Math.round(north) });
const average = (positions) => ({
  x: Math.round(positions.reduce((sum, { x }) => sum + x, 0) / positions.length),
  y: Math.round(positions.reduce((sum, { y }) => sum + y, 0) / positions.length),
});

/** From the middle of a ring to its first corner, made longer or shorter. */
const outward = ({ middle, positions: [first] }, times) => [(first.x - middle.x) * times, (first.y - middle.y) * times];

/** Holes that do not lie in the ring as a hole may, by how; each corner of a ring can be seen from its middle. */
const badHoles = {
  'touching-twice': ({ middle, positions: [first, second] }) => [
    first,
    average([first, second, middle, middle]),
    second,
    middle,
    first,
  ],
  'along-an-edge': ({ middle, positions: [first, second] }) => [first, second, middle, first],
  'millimetres-out': (ring) => {
    const [first, second] = ring.positions;
    const tip = moved(first, outward(ring, 0.0001));
    return [tip, average([first, second, ring.middle, ring.middle]), ring.middle, tip];
  },
  'outside-in-a-corner': (ring) => {
    const [first] = ring.positions;
    const [east, north] = outward(ring, 0.2);
    return [
      first,
      moved(first, [east - north / 2, north + east / 2]),
      moved(first, [east + north / 2, north - east / 2]),
      first,
    ];
  },
  'equal-to-its-shell': ({ positions }) => positions.toReversed(),
};

const smaller = (positions) => {
  const centre = average(positions.slice(1));
  return positions.map((one) => average([one, centre]));
};

/** Two holes that do not lie beside each other as holes may. */
const badPairs = {
  'a-hole-in-a-hole': (hole) => [hole, smaller(hole)],
  'holes-along-an-edge': ([first, second, third]) => [
    [first, second, third, first],
    [first, second, { x: first.x + second.x - third.x, y: first.y + second.y - third.y }, first],
  ],
};

/** Areas that overlap the one of a ring, or share more than points with it, by how. */
const badNeighbours = {
  'along-an-edge': ({ middle, positions: [first, second] }) => [
    first,
    { x: first.x + second.x - middle.x, y: first.y + second.y - middle.y },
    second,
    first,
  ],
  'millimetres-over': (ring) => {
    const [first, second] = ring.positions;
    const inside = moved(first, outward(ring, -0.0001));
    return [inside, { x: first.x + second.x - ring.middle.x, y: first.y + second.y - ring.middle.y }, second, inside];
  },
  'one-in-the-other': ({ middle, positions }) => positions.map((one) => average([one, middle])),
  'twice-the-same': ({ positions }) => positions,
};

/** A hole, or an area, that lies anywhere but where it may. */
const astray = (way, { inner, positions }) => shift(positions, way === 'beside' ? 300_000 : inner);

const lineFaces = ({ api, row }) => {
  const { roles, geometry } = api;
  const line = 'gebiedsmarkering[Lijn][1]/geometrie';
  return {
    'lijn-twee-posities': {
      violate: {
        needs: ['gebiedsmarkering[Lijn]/geometrie'],
        near: {
          'one-place-in-two-spellings': {
            from: geometry.position(),
            apply: (draft, { x, y }) => {
              const other = [x, y].map((one) => geometry.metres(one, 4)).join(' ');
              return roles.set(draft, line, `LINESTRING(${row([{ x, y }]).slice(1, -1)}, ${other})`);
            },
          },
          'one-of-several-lines': {
            from: geometry.ring(),
            apply: (draft, { middle, positions }) =>
              roles.set(draft, line, `MULTILINESTRING(${row(positions.slice(0, -1))}, ${row([middle, middle])})`),
          },
        },
        from: api.fc.tuple(geometry.position(), api.fc.integer({ min: 1, max: 3 })),
        apply: (draft, [place, times]) => roles.set(draft, line, `LINESTRING${row(Array(times).fill(place))}`),
      },
    },
  };
};

/** Ways to break a rule that each draw a ring. */
const shapes = (geometry, byWay) =>
  Object.fromEntries(Object.entries(byWay).map(([way, apply]) => [way, { from: geometry.ring(), apply }]));

const mapValues = (byName, change) =>
  Object.fromEntries(Object.entries(byName).map(([name, one]) => [name, change(one)]));

const areaFaces = ({ api, row }) => {
  const { fc, roles, geometry } = api;
  const area = 'gebiedsmarkering[Vlak][1]/geometrie';
  const needsArea = ['gebiedsmarkering[Vlak]/geometrie'];
  return {
    'ring-vier-posities': {
      violate: {
        needs: needsArea,
        from: geometry.ring(),
        apply: (draft, { positions: [first, second] }) =>
          roles.set(draft, area, `POLYGON(${row([first, second, first])})`),
      },
    },
    'ring-gesloten': {
      violate: {
        needs: needsArea,
        near: {
          'a-millimetre-open': {
            from: geometry.ring(),
            apply: (draft, { positions }) => {
              const { x, y } = positions.at(-1);
              return roles.set(draft, area, `POLYGON(${row([...positions.slice(0, -1), { x, y: y + 1 }])})`);
            },
          },
        },
        from: fc.tuple(geometry.ring(), fc.boolean()),
        apply: (draft, [{ positions }, short]) => {
          const last = positions.at(-1);
          const open = positions.slice(0, -1);
          const near = { x: last.x, y: last.y + 1000 };
          return roles.set(draft, area, `POLYGON(${row(short && open.length >= 4 ? open : [...open, near])})`);
        },
      },
    },
    'ring-enkelvoudig': {
      violate: {
        needs: needsArea,
        near: {
          'touching-itself': {
            from: geometry.position(),
            apply: (draft, { x, y }) => {
              const corners = touching.map(([east, north]) => ({ x: x + east, y: y + north }));
              return roles.set(draft, area, `POLYGON(${row(corners)})`);
            },
          },
        },
        from: fc.tuple(geometry.position(), fc.integer({ min: 1000, max: 90_000 })),
        apply: (draft, [{ x, y }, size]) => {
          const bow = bowTie(size).map(([east, north]) => ({ x: x + east, y: y + north }));
          return roles.set(draft, area, `POLYGON(${row(bow)})`);
        },
      },
    },
  };
};

const shapeFaces = ({ api, row }) => {
  const { fc, roles, geometry } = api;
  const area = 'gebiedsmarkering[Vlak][1]/geometrie';
  const needsArea = ['gebiedsmarkering[Vlak]/geometrie'];
  const rows = (rings) => `(${rings.map(row).join(', ')})`;
  const polygon = (draft, rings) => roles.set(draft, area, `POLYGON${rows(rings)}`);
  const multipolygon = (draft, areas) => roles.set(draft, area, `MULTIPOLYGON(${areas.map(rows).join(', ')})`);
  return {
    'gaten-in-vlak': {
      violate: {
        needs: needsArea,
        near: shapes(geometry, {
          ...mapValues(badHoles, (holeOf) => (draft, ring) => polygon(draft, [ring.positions, holeOf(ring)])),
          ...mapValues(
            badPairs,
            (holesOf) => (draft, ring) => polygon(draft, [ring.positions, ...holesOf(geometry.holeIn(ring, 0))]),
          ),
        }),
        from: fc.tuple(geometry.ring(), fc.constantFrom('beside', 'across', 'around')),
        apply: (draft, [ring, way]) =>
          way === 'around'
            ? polygon(draft, [geometry.holeIn(ring, 0), ring.positions])
            : polygon(draft, [ring.positions, astray(way, ring)]),
      },
    },
    'vlakken-los': {
      violate: {
        needs: needsArea,
        near: shapes(geometry, {
          ...mapValues(
            badNeighbours,
            (areaOf) => (draft, ring) => multipolygon(draft, [[ring.positions], [areaOf(ring)]]),
          ),
          'an-area-that-fills-a-hole': (draft, ring) => {
            const hole = geometry.holeIn(ring, 0);
            return multipolygon(draft, [[ring.positions, hole], [hole]]);
          },
        }),
        from: geometry.ring(),
        apply: (draft, ring) => multipolygon(draft, [[ring.positions], [astray('across', ring)]]),
      },
    },
  };
};

/** What people take for the reference system that is asked for. */
const nearSystems = {
  'other-case': () => 'epsg:28992',
  'next-system': () => 'EPSG:28991',
  'short-urn': () => 'urn:ogc:def:crs:EPSG:28992',
  'bare-number': () => '28992',
};

const bopaFaces = ({ api, bopaOnly }) => {
  const { fc, roles } = api;
  return {
    'bopa-identificatie-is-referentienummer': {
      appliesTo: bopaOnly,
      satisfy: { apply: (draft) => roles.set(draft, 'bopa/identificatie', roles.get(draft, 'referentienummer') ?? '') },
      violate: {
        needs: ['bopa'],
        near: spellings(roles, 'bopa/identificatie', { ...nearTexts, 'space-after': (text) => `${text} ` }),
        from: fc.constantFrom('Z-2026-000123', 'x'),
        apply: (draft, text) => roles.set(draft, 'bopa/identificatie', text),
      },
    },
    'bopa-gml-leesbaar': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa'],
        from: fc.constantFrom(base64('geen gml'), '', base64('<FeatureCollectionGeometrie>'), base64('PK\u0003\u0004')),
        apply: (draft, text) => roles.set(draft, 'bopa/gml', text),
      },
    },
    'bopa-srsnaam': {
      appliesTo: bopaOnly,
      satisfy: {
        apply: (draft) =>
          Array.from(
            { length: roles.count(draft, 'bopa/gml/geometrie') },
            (_, index) => `bopa/gml/geometrie[${index + 1}]/srsName`,
          ).reduce((open, role) => (roles.count(open, role) === 0 ? roles.add(open, role, 'EPSG:28992') : open), draft),
      },
      violate: {
        needs: ['bopa'],
        near: spellings(roles, 'bopa/gml/geometrie[1]/srsName', nearSystems),
        from: fc.constantFrom('EPSG:4326', 'EPSG:4258', 'epsg:28992', 'EPSG:28991', 'none'),
        apply: (draft, name) =>
          name === 'none'
            ? roles.remove(draft, 'bopa/gml/geometrie[1]/srsName')
            : roles.set(draft, 'bopa/gml/geometrie[1]/srsName', name),
      },
    },
    'bopa-gml-id-uniek': {
      appliesTo: bopaOnly,
      satisfy: { apply: (draft) => roles.map(draft, 'bopa/gml/gmlId', (text, index) => `${text}${index + 1}`) },
      violate: {
        needs: ['bopa'],
        apply: (draft) => roles.set(draft, 'bopa/gml/gmlId[2]', roles.get(draft, 'bopa/gml/gmlId')),
      },
    },
    'bopa-gml-id-begint-met-letter': {
      appliesTo: bopaOnly,
      violate: { needs: ['bopa'], apply: (draft) => roles.map(draft, 'bopa/gml/gmlId[1]', (text) => `_${text}`) },
    },
  };
};

const coordinateFaces = ({ api, bopaOnly, list }) => {
  const { fc, roles, geometry } = api;
  /** The last position so many metres beside the first. */
  const opened = (draft, metres) =>
    roles.map(draft, 'bopa/gml/geometrie/vlak[1]/rand', (text) =>
      change(text, -1, (one) => (Number(one) + metres).toFixed(3)),
    );
  return {
    'bopa-ring-gesloten': {
      appliesTo: bopaOnly,
      satisfy: {
        from: fc.array(geometry.ring(), { minLength: 2, maxLength: 2 }),
        apply: (draft, drawn) => drawAreas({ api, list }, draft, drawn),
      },
      violate: {
        needs: ['bopa/gml/geometrie/vlak'],
        near: edits({ 'a-millimetre-open': (draft) => opened(draft, 0.001) }),
        apply: (draft) => opened(draft, 1),
      },
    },
    'bopa-posities-in-paren': {
      appliesTo: bopaOnly,
      satisfy: {
        from: fc.tuple(geometry.ring(), geometry.position()),
        apply: (draft, [ring, place]) => {
          const lines = roles.map(draft, 'bopa/gml/geometrie/lijn', (_, index) =>
            list(shift(ring.positions.slice(0, -1), index * 300_000)),
          );
          return roles.map(lines, 'bopa/gml/geometrie/punt', (_, index) =>
            list([{ x: place.x + index * 1000, y: place.y }]),
          );
        },
      },
      violate: {
        needs: ['bopa/gml/geometrie/vlak'],
        apply: (draft) =>
          roles.map(draft, 'bopa/gml/geometrie/vlak[1]/rand', (text) => `${text} ${text.split(' ')[0]}`),
      },
    },
    'bopa-drie-decimalen': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa/gml/geometrie/vlak'],
        from: fc.constantFrom('1', '0', '25'),
        apply: (draft, digits) =>
          roles.map(draft, 'bopa/gml/geometrie/vlak[1]/rand', (text) => change(text, 2, (one) => one + digits)),
      },
    },
  };
};

/** Ways to draw the areas of a GML file. */
const gmlDrawing = ({ api: { roles, geometry }, list }) => {
  const rand = (index) => `bopa/gml/geometrie/vlak[${index}]/rand`;
  const gat = (index) => `bopa/gml/geometrie/vlak[${index}]/gat`;
  /** The first area drawn from a place. */
  const drawn = (draft, { x, y }, corners) =>
    roles.set(draft, rand(1), list(corners.map(([east, north]) => ({ x: x + east, y: y + north }))));
  /** The first area with holes gets a ring, and a hole that is given before any others. */
  const holed = (draft, ring, hole) => {
    const count = roles.count(draft, 'bopa/gml/geometrie/vlak');
    const index = Array.from({ length: count }, (_, at) => at + 1).find((at) => roles.count(draft, gat(at)) > 0);
    return roles.map(roles.set(draft, rand(index), list(ring.positions)), gat(index), (_, at) =>
      list(at === 0 ? hole : geometry.holeIn(ring, at + 2)),
    );
  };
  /** The first area, and one more in its geometry. */
  const side = (draft, ring, other) => {
    const twice = roles.repeat(draft, 'bopa/gml/geometrie[1]/lid[1]');
    const named = roles.map(twice, 'bopa/gml/gmlId', (_, index) => `g${index + 1}`);
    return roles.set(roles.set(named, rand(1), list(ring.positions)), rand(2), list(other));
  };
  return { drawn, holed, side };
};

const gmlShapeFaces = (tools) => {
  const { api, bopaOnly, list } = tools;
  const { fc, roles, geometry } = api;
  const { drawn, holed, side } = gmlDrawing(tools);
  return {
    'bopa-ring-enkelvoudig': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa/gml/geometrie/vlak'],
        near: {
          'touching-itself': { from: geometry.position(), apply: (draft, place) => drawn(draft, place, touching) },
        },
        from: fc.tuple(geometry.position(), fc.integer({ min: 1000, max: 90_000 })),
        apply: (draft, [place, size]) => drawn(draft, place, bowTie(size)),
      },
    },
    'bopa-lijn-twee-posities': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa/gml/geometrie/lijn'],
        from: fc.tuple(geometry.position(), fc.integer({ min: 2, max: 4 })),
        apply: (draft, [place, times]) =>
          roles.set(draft, 'bopa/gml/geometrie/lijn[1]', list(Array(times).fill(place))),
      },
    },
    'bopa-gaten-in-vlak': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa/gml/geometrie/vlak/gat'],
        near: shapes(
          geometry,
          mapValues(badHoles, (holeOf) => (draft, ring) => holed(draft, ring, holeOf(ring))),
        ),
        from: fc.tuple(geometry.ring(), fc.constantFrom('beside', 'across')),
        apply: (draft, [ring, way]) => holed(draft, ring, astray(way, ring)),
      },
    },
    'bopa-vlakken-los': {
      appliesTo: bopaOnly,
      violate: {
        needs: ['bopa/gml/geometrie[1]/lid'],
        without: ['bopa/gml/geometrie[1]/vlak[1]/gat'],
        near: shapes(
          geometry,
          mapValues(badNeighbours, (areaOf) => (draft, ring) => side(draft, ring, areaOf(ring))),
        ),
        from: geometry.ring(),
        apply: (draft, ring) => side(draft, ring, astray('across', ring)),
      },
    },
  };
};

/** In this order the rules are satisfied. */
const groups = [
  contentFaces,
  fileFaces,
  subjectFaces,
  authorityFaces,
  mediumFaces,
  publicationFaces,
  termFaces,
  dateFaces,
  placeFaces,
  postcodeFaces,
  lineFaces,
  areaFaces,
  shapeFaces,
  bopaFaces,
  coordinateFaces,
  gmlShapeFaces,
];

export default (api) => {
  const { calendar, geometry, today } = api;
  const tools = {
    api,
    later: (days) => calendar.addDays(today, days),
    row: (positions) => `(${positions.map(({ x, y }) => `${geometry.metres(x)} ${geometry.metres(y)}`).join(', ')})`,
    list: (positions) => positions.map(({ x, y }) => `${geometry.metres(x, 3)} ${geometry.metres(y, 3)}`).join(' '),
    notAnnouncement: only(
      (type) => !isAnnouncement(api, type),
      because('de inhoud van dit documenttype is een PDF', 'the content of this document type is a PDF'),
    ),
    announcementOnly: only(
      (type) => isAnnouncement(api, type),
      because(
        'alleen GAOverigeAankondigingen heeft een PDF als inhoud',
        'only GAOverigeAankondigingen has a PDF for content',
      ),
    ),
    mediumAllowed: (type) =>
      allowedMedia(api, type)?.length !== 0 ||
      because('er mag geen medium gevraagd worden', 'no medium may be asked for'),
    bopaOnly: only(
      (type) => hasPlan(api, type),
      because(
        'alleen een kennisgeving met planafwijking heeft BopaGegevens',
        'only a notice with planafwijking has BopaGegevens',
      ),
    ),
  };
  return Object.assign({}, ...groups.map((faces) => faces(tools)));
};
