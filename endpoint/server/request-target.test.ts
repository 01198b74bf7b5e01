import { describe, expect, test } from 'vitest';
import { parseTarget } from './request-target.ts';

describe('the path of a target', () => {
  test.each([
    ['/DossierService.svc', '/DossierService.svc'],
    ['/%44ossierService%2Esvc', '/DossierService.svc'],
    ['/Dossier%53ervice.svc?a=%20', '/DossierService.svc'],
    ['/a%7Eb%5fc%2dd', '/a~b_c-d'],
    ['/a%2fb', '/a%2Fb'],
    ['/a%252Eb', '/a%252Eb'],
    ['/a%00b', '/a%00b'],
    ['/é', '/%C3%A9'],
    ['/%c3%a9', '/%C3%A9'],
    ['/x/../DossierService.svc', '/DossierService.svc'],
    ['/x/%2e%2E/DossierService.svc', '/DossierService.svc'],
    ['//DossierService.svc', '//DossierService.svc'],
    ['/?', '/'],
  ])('%s is %s', (target, path) => {
    expect(parseTarget(target)?.path).toBe(path);
  });

  test.each(['', '*', 'localhost:80', 'DossierService.svc', '/\\elders', '\\\\elders'])('%j has none', (target) => {
    expect(parseTarget(target)).toBeUndefined();
  });

  test('leaves its query as it was sent', () => {
    expect(parseTarget('/a?x=%2F&x=\\b')?.query.getAll('x')).toEqual(['/', '\\b']);
  });
});
