import { describe, expect, test } from 'vitest';
import { requirements } from '#judgement/requirements/registry';
import { remedyOf } from './remedy.ts';

const own = (id: Parameters<typeof remedyOf>[0]) => requirements.get(id)?.remedy;

describe('a remedy', () => {
  test('at an endpoint of others is to give KOOP the exchange where only its builder can mend it', () => {
    const remedy = remedyOf('protocol.refuses-other-method', { target: 'https://eto.example/Dienst.svc' });

    expect(remedy?.en).toMatch(/^This is up to who runs the endpoint: check the URL, and give KOOP this exchange\./);
    expect(remedy?.en).toContain(own('protocol.refuses-other-method')?.en);
  });

  test('at an endpoint of others is what the sender can do, where that is it', () => {
    expect(remedyOf('connection.accepts-username', { target: 'https://eto.example/' })).toEqual(
      own('connection.accepts-username'),
    );
  });

  test.each(['http://127.0.0.1:8080/Dienst.svc', 'https://localhost/', ''])(
    'at one’s own endpoint, %s, is for its builder',
    (target) => {
      expect(remedyOf('protocol.refuses-other-method', { target })).toEqual(own('protocol.refuses-other-method'));
    },
  );
});
