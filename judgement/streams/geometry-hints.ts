import type { GeometryWhy } from '#contract/schema-texts/geometry-text';
import { type Hint, hint } from './hint.ts';

/** By what is wrong with a text that is to be a geometry. */
export const geometryHints: Readonly<Record<Exclude<GeometryWhy, 'number'> | 'closed-line', Hint>> = {
  'wkt-srid': hint(
    [
      'De database schrijft uitgebreide well-known text (EWKT), zoals ST_AsEWKT van PostGIS doet.',
      'The database writes extended well-known text (EWKT), as ST_AsEWKT of PostGIS does.',
    ],
    [
      'Vraag de geometrie in RD met ST_AsText, of haal weg wat voor de puntkomma staat.',
      'Ask for the geometry in RD by ST_AsText, or take away what stands before the semicolon.',
    ],
  ),
  'wkt-form': hint(
    [
      'De geometrie is doorgegeven in de vorm waarin de bron haar heeft: GeoJSON, GML of binair.',
      'The geometry is handed on in the form that its source has: GeoJSON, GML or binary.',
    ],
    [
      'Laat een bibliotheek haar als well-known text schrijven (ST_AsText, WKTWriter).',
      'Have a library write it as well-known text (ST_AsText, WKTWriter).',
    ],
  ),
  'wkt-kind': hint(
    [
      'De soort markering en de soort geometrie komen uit verschillende velden, en niemand vergelijkt ze.',
      'The kind of marker and the kind of geometry come from different fields, and nobody compares them.',
    ],
    [
      'Kies de markering naar de geometrie: een punt, lijn of vlak elk met die van zichzelf, en bogen omgezet naar rechte stukken.',
      'Choose the marker by the geometry: a point, line or area each with its own, and arcs converted to straight pieces.',
    ],
  ),
  'wkt-height': hint(
    [
      'De bron heeft ook hoogtes of maten, en de bibliotheek schrijft ze mee.',
      'The source has heights or measures too, and the library writes them along.',
    ],
    [
      'Schrijf twee dimensies: ST_Force2D in PostGIS, of dimensie 2 in de schrijver van JTS of NetTopologySuite.',
      'Write two dimensions: ST_Force2D in PostGIS, or dimension 2 in the writer of JTS or NetTopologySuite.',
    ],
  ),
  'wkt-empty': hint(
    [
      'De zaak heeft geen plaats, en er wordt toch een geometrie geschreven.',
      'The case has no place, and a geometry is written all the same.',
    ],
    ['Laat de markering weg waar geen geometrie is.', 'Leave the marker out where there is no geometry.'],
  ),
  'wkt-written': hint(
    [
      'De tekst is uit losse stukken samengesteld, of afgekapt op een lengte.',
      'The text is put together from pieces, or cut off at a length.',
    ],
    [
      'Laat een bibliotheek de well-known text schrijven (ST_AsText, WKTWriter), en kort haar niet in.',
      'Have a library write the well-known text (ST_AsText, WKTWriter), and do not shorten it.',
    ],
  ),
  'wkt-space': hint(
    [
      'De bibliotheek schrijft well-known text ruim of over meer regels, of XML is met inspringing geschreven.',
      'The library writes well-known text widely or over several lines, or XML was written with indentation.',
    ],
    [
      'Zet de opmaak van de schrijver uit, en haal witruimte aan begin en einde weg.',
      'Switch off the formatting of the writer, and take away white space at the beginning and the end.',
    ],
  ),
  'closed-line': hint(
    [
      'De omtrek van een vlak is als lijn opgeslagen of getekend, en zo doorgegeven.',
      'The outline of an area was stored or drawn as a line, and handed on as that.',
    ],
    [
      'Maak er een vlak van (ST_MakePolygon), met de markering van een vlak; laat de lijn zo waar zij echt een rondgaande lijn is.',
      'Make an area of it (ST_MakePolygon), with the marker of an area; leave the line where it really is one that goes round.',
    ],
  ),
};

/** By what a rule about geometry looks at, as the judged view calls it. */
export const drawnHints: readonly (readonly [seen: RegExp, hint: Hint])[] = [
  [
    /@enkelvoudig\b/,
    hint(
      [
        'De posities staan in een andere volgorde dan langs de rand, of de rand is vereenvoudigd of met de hand getekend.',
        'The positions stand in another order than along the edge, or the edge was simplified or drawn by hand.',
      ],
      [
        'Zet de posities in de volgorde van de rand, of herstel het vlak (ST_MakeValid) en bekijk het resultaat.',
        'Put the positions in the order of the edge, or mend the area (ST_MakeValid) and look at the result.',
      ],
    ),
  ],
  [
    /@(?:geldig|los)\b/,
    hint(
      [
        'Vlakken zijn na elkaar getekend of uit verschillende bronnen samengevoegd, zonder te kijken hoe ze liggen.',
        'Areas were drawn one after another or put together from several sources, without a look at how they lie.',
      ],
      [
        'Voeg samen wat overlapt (ST_Union), en laat gaten alleen waar zij binnen hun vlak liggen.',
        'Merge what overlaps (ST_Union), and leave holes only where they lie inside their area.',
      ],
    ),
  ],
  [
    /srsName/,
    hint(
      [
        'De bibliotheek schrijft geen srsName, of alleen op de delen van een geometrie.',
        'The library writes no srsName, or only on the parts of a geometry.',
      ],
      [
        'Geef de schrijver het stelsel EPSG:28992 mee, en zet het op het buitenste element.',
        'Give the writer the system EPSG:28992, and put it on the outer element.',
      ],
    ),
  ],
  [
    /@verschillend\b|count\(/,
    hint(
      [
        'Posities zijn afgerond tot dezelfde, of een punt is als lijn of vlak opgeslagen.',
        'Positions were rounded to the same one, or a point was stored as a line or an area.',
      ],
      [
        'Rond af op millimeters, en lever een punt als punt aan.',
        'Round to millimetres, and deliver a point as a point.',
      ],
    ),
  ],
];
