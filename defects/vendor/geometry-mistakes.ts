import { type MessageMistake, envelope } from './message-mistake.ts';

const marked = (kind: string, wkt: string): MessageMistake['make'] =>
  envelope(
    /<drp:PostcodeHuisnummer>[^]*<\/drp:PostcodeHuisnummer>/,
    `<drp:${kind}><drp:Geometrie>${wkt}</drp:Geometrie></drp:${kind}>`,
  );

/** The mistakes in what is drawn, by their names. */
export const geometryMistakes: Readonly<Record<string, MessageMistake>> = {
  'leaves-rings-open': {
    does: 'Leaves the ring of an area open.',
    foundBy: 'message.closes-rings',
    make: marked('Vlak', 'POLYGON((120000 455000, 120010 455000, 120010 455010, 120000 455010))'),
  },
  'sends-a-closed-ring-as-a-line': {
    does: 'Sends the edge of an area as a line.',
    foundBy: 'message.draws-right-geometry',
    make: marked('Lijn', 'LINESTRING(120000 455000, 120010 455000, 120010 455010, 120000 455000)'),
  },
  'sends-degrees': {
    does: 'Sends coordinates in degrees.',
    foundBy: 'message.draws-right-geometry',
    make: envelope('POINT(120350.5 455690)', 'POINT(4.88 52.08)'),
  },
  'sends-an-area-as-a-point': {
    does: 'Sends an area where a point belongs.',
    foundBy: 'message.draws-right-geometry',
    make: envelope('POINT(120350.5 455690)', 'POLYGON((120000 455000, 120010 455000, 120010 455010, 120000 455000))'),
  },
  'draws-a-hole-outside': {
    does: 'Draws a hole outside its area.',
    foundBy: 'message.draws-right-geometry',
    make: marked(
      'Vlak',
      'POLYGON((120000 455000, 120010 455000, 120010 455010, 120000 455000), (120020 455000, 120021 455000, 120021 455001, 120020 455000))',
    ),
  },
};
