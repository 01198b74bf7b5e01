import { expect, test } from 'vitest';
import { isExcepted } from './no-proxy.ts';

test.each([
  ['a name', 'https://eto.example/', 'eto.example'],
  ['a name in capitals, with a dot at its end', 'https://ETO.example./', 'Eto.Example.'],
  ['a name above it', 'https://tst.eto.example/', 'eto.example'],
  ['a suffix', 'https://tst.eto.example/', '.eto.example'],
  ['a suffix, the name itself', 'https://eto.example/', '.eto.example'],
  ['a suffix with a star', 'https://tst.eto.example/', '*.eto.example'],
  ['everything', 'https://eto.example/', 'x.example, *'],
  [
    'one of several, with spaces, tabs and empty ones',
    'https://eto.example/',
    ' a.example ,,\tb.example\n eto.example ',
  ],
  ['one of several with semicolons', 'https://eto.example/', 'a.example;eto.example'],
  ['a name with the port of the scheme', 'https://eto.example/', 'eto.example:443'],
  ['a name with a port of its own', 'https://eto.example:8443/', '.example:8443'],
  ['the port of plain HTTP', 'http://eto.example/', 'eto.example:80'],
  ['an international name', 'https://dienst.gemeente-súdwest.example/', 'gemeente-súdwest.example'],
  ['an international name in ASCII', 'https://dienst.münchen.example/', '.xn--mnchen-3ya.example'],
  ['an address', 'https://192.0.2.7/', '192.0.2.7'],
  ['an address with a port', 'https://192.0.2.7:8443/', '192.0.2.7:8443'],
  ['a range', 'https://10.20.30.40/', '10.0.0.0/8'],
  ['an IPv6 address in another spelling', 'https://[2001:db8::7]/', '2001:0DB8:0:0:0:0:0:7'],
  ['an IPv6 address in brackets, with a port', 'https://[2001:db8::7]:8443/', '[2001:db8::7]:8443'],
  ['an IPv6 range', 'https://[2001:db8::7]/', '2001:db8::/32'],
  ['an IPv4 range, of an address in IPv6', 'https://[::ffff:10.1.2.3]/', '10.0.0.0/8'],
])('a list excepts %s', (_, url, list) => {
  expect(isExcepted(new URL(url), list)).toBe(true);
});

test.each([
  ['nothing', 'https://eto.example/', ''],
  ['another name', 'https://eto.example/', 'example.nl'],
  ['a name that ends the same', 'https://veto.example/', 'eto.example'],
  ['a name below it', 'https://eto.example/', 'tst.eto.example'],
  ['another port', 'https://eto.example:8443/', 'eto.example:443, eto.example:84430'],
  ['the end of an address', 'https://10.0.0.1/', '0.0.1, .1'],
  ['a range for a name', 'https://eto.example/', '0.0.0.0/0'],
  ['a range beside it', 'https://11.0.0.1/', '10.0.0.0/8'],
  ['a range that is none', 'https://10.0.0.1/', '10.0.0.0/99, 10.0.0.0/x, 10.0.0.0/8/8, /8, :, [], .'],
  ['a dot', 'https://eto.example/', '., *., :443'],
])('a list does not except %s', (_, url, list) => {
  expect(isExcepted(new URL(url), list)).toBe(false);
});
