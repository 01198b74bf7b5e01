import type { Bilingual } from '../texts/bilingual.ts';
import { listed, quoted } from '../texts/quoted.ts';
import { type GeometryFaultKind, geometryFault } from './geometry-fault.ts';
import { beginningsOf } from './pattern-beginnings.ts';

/** What kind of mistake a text makes that is no right geometry. */
export type GeometryWhy =
  | 'wkt-srid'
  | 'wkt-form'
  | 'wkt-kind'
  | 'wkt-height'
  | 'wkt-empty'
  | 'wkt-written'
  | 'wkt-space'
  | 'number';

/** The kind of mistake in a geometry that breaks a pattern of well-known text, and the part of it; nothing of other patterns. */
export const geometryWhy = (
  value: string,
  pattern: string,
): { readonly why: GeometryWhy; readonly mark: string } | undefined => {
  const words = beginningsOf(pattern);
  const fault = words.length === 0 ? undefined : geometryFault(value, words);
  return fault && { why: said[fault.kind].why, mark: fault.mark };
};

/** That a value is no right geometry: what is wrong, where, and what to write. */
export const geometryText = (subject: Bilingual, value: string, words: readonly string[]): Bilingual => {
  const fault = geometryFault(value, words);
  const asked = { nl: listed(words, 'of'), en: listed(words, 'or') };
  if (fault === undefined)
    return {
      nl: `${subject.nl} is ${quoted(value)}, en dat is geen juiste geometrie. Schrijf ${asked.nl}, met coördinaten als x y, met een punt voor de decimalen en een komma tussen de posities.`,
      en: `${subject.en} is ${quoted(value)}, which is no right geometry. Write ${asked.en}, with coordinates as x y, a point before the decimals and a comma between positions.`,
    };
  const part = quoted(fault.part);
  const { nl, en } = said[fault.kind];
  const at = String(fault.at);
  return {
    nl: `${subject.nl} is ${quoted(value)}. Bij teken ${at}: ${nl(part, asked.nl)}`,
    en: `${subject.en} is ${quoted(value)}. At character ${at}: ${en(part, asked.en)}`,
  };
};

/** Of the part that is wrong, and the words that are asked. */
type Said = (part: string, words: string) => string;

interface Told {
  readonly why: GeometryWhy;
  readonly nl: Said;
  readonly en: Said;
}

const written = (nl: Said, en: Said): Told => ({ why: 'wkt-written', nl, en });
const number = (nl: Said, en: Said): Told => ({ why: 'number', nl, en });
const form = (nl: string, en: string): Told => ({
  why: 'wkt-form',
  nl: (part, words) => `${part} is ${nl}. Schrijf well-known text die met ${words} begint.`,
  en: (part, words) => `${part} is ${en}. Write well-known text that begins with ${words}.`,
});

const said: Readonly<Record<GeometryFaultKind, Told>> = {
  srid: {
    why: 'wkt-srid',
    nl: (part, words) => `${part} noemt een SRID, en die hoort hier niet. Begin met ${words}.`,
    en: (part, words) => `${part} names an SRID, which does not belong here. Begin with ${words}.`,
  },
  json: form('het begin van GeoJSON', 'the beginning of GeoJSON'),
  markup: form('het begin van GML als tekst', 'the beginning of GML as text'),
  binary: form('de geometrie in binaire vorm (WKB)', 'the geometry in binary form (WKB)'),
  'no-word': written(
    (_, words) => `het woord voor de haakjes ontbreekt. Begin met ${words}.`,
    (_, words) => `the word before the brackets is missing. Begin with ${words}.`,
  ),
  'other-word': {
    why: 'wkt-kind',
    nl: (part, words) => `${part} is een andere soort geometrie dan hier hoort. Schrijf ${words}.`,
    en: (part, words) => `${part} is another kind of geometry than belongs here. Write ${words}.`,
  },
  'unknown-word': written(
    (part, words) => `${part} is geen soort geometrie. Schrijf ${words}.`,
    (part, words) => `${part} is no kind of geometry. Write ${words}.`,
  ),
  case: written(
    (part, words) => `${part} staat niet in hoofdletters. Schrijf ${words}.`,
    (part, words) => `${part} is not in capitals. Write ${words}.`,
  ),
  empty: {
    why: 'wkt-empty',
    nl: () => 'de geometrie is leeg (EMPTY). Geef posities op, of laat de markering weg.',
    en: () => 'the geometry is empty (EMPTY). Give positions, or leave the marker out.',
  },
  space: {
    why: 'wkt-space',
    nl: () =>
      'hier staat witruimte te veel. Schrijf één spatie tussen x en y, ten hoogste één achter een komma of achter het woord, en verder geen.',
    en: () =>
      'there is white space too much here. Write one space between x and y, one at most behind a comma or behind the word, and no other.',
  },
  'no-bracket': written(
    (part) => `voor ${part} ontbreekt een haakje openen. Schrijf POINT(x y), LINESTRING(x y, …) of POLYGON((x y, …)).`,
    (part) =>
      `an opening bracket is missing before ${part}. Write POINT(x y), LINESTRING(x y, …) or POLYGON((x y, …)).`,
  ),
  'extra-bracket': written(
    (part) => `${part} is een haakje te veel. Schrijf POINT(x y), LINESTRING(x y, …) of POLYGON((x y, …)).`,
    (part) => `${part} is a bracket too many. Write POINT(x y), LINESTRING(x y, …) or POLYGON((x y, …)).`,
  ),
  unclosed: written(
    (part) =>
      `na ${part} houdt de tekst op, en een haakje is nog niet gesloten. Schrijf de geometrie helemaal uit, met evenveel haakjes sluiten als openen.`,
    (part) =>
      `the text ends behind ${part}, and a bracket is not closed. Write the geometry in full, with as many closing brackets as opening ones.`,
  ),
  behind: written(
    (part) => `${part} staat achter het laatste haakje. Laat weg wat daar volgt.`,
    (part) => `${part} stands behind the last bracket. Leave out what follows there.`,
  ),
  'no-comma': written(
    (part) => `voor ${part} ontbreekt een komma. Zet een komma tussen posities, en tussen ringen of delen.`,
    (part) => `a comma is missing before ${part}. Put a comma between positions, and between rings or parts.`,
  ),
  'no-position': written(
    (part) => `voor ${part} ontbreekt een positie. Schrijf daar x en y, of laat de komma ervoor weg.`,
    (part) => `a position is missing before ${part}. Write x and y there, or leave out the comma before it.`,
  ),
  'one-number': written(
    (part) =>
      `de positie ${part} heeft maar één getal. Schrijf x en y met een spatie ertussen, decimalen met een punt, en komma's alleen tussen posities.`,
    (part) =>
      `the position ${part} has only one number. Write x and y with a space between them, decimals with a point, and commas between positions only.`,
  ),
  height: {
    why: 'wkt-height',
    nl: (part) =>
      `${part} hoort bij een hoogte of maat (Z of M), en een positie is x y. Laat de derde waarde weg, en Z of M in het woord.`,
    en: (part) =>
      `${part} belongs to a height or measure (Z or M), and a position is x y. Leave out the third value, and Z or M in the word.`,
  },
  'decimal-comma': number(
    (part) => `${part} heeft een komma voor de decimalen. Schrijf daar een punt.`,
    (part) => `${part} has a comma before its decimals. Write a point there.`,
  ),
  exponent: number(
    (part) => `${part} is met een exponent geschreven. Schrijf het getal voluit.`,
    (part) => `${part} is written with an exponent. Write the number in full.`,
  ),
  thousands: number(
    (part) => `${part} heeft een teken tussen de duizendtallen. Schrijf de cijfers aaneen.`,
    (part) => `${part} has a sign between the thousands. Write the digits without it.`,
  ),
  semicolon: written(
    (part) => `${part} bevat een puntkomma. Zet een spatie tussen x en y, en een komma tussen posities.`,
    (part) => `${part} holds a semicolon. Put a space between x and y, and a comma between positions.`,
  ),
  'no-number': number(
    (part) => `${part} is geen getal zoals 120350.5. Schrijf cijfers, met een punt voor de decimalen.`,
    (part) => `${part} is no number such as 120350.5. Write digits, with a point before the decimals.`,
  ),
};
