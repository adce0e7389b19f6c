import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApi } from '../apps/api/openapi.ts';
import { createTestApp, type TestApp } from './support/app.ts';

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; description?: string }[];
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
  'x-needs'?: string;
}

describe('the API described', () => {
  let test: TestApp;
  let description: OpenAPIObject;
  let operations: [path: string, method: string, operation: Operation][];

  beforeAll(async () => {
    test = await createTestApp();
    description = openApi(test.app);
    operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, string, Operation] => [
        path,
        method,
        operation as Operation,
      ]),
    );
  });
  afterAll(() => test.close());

  it('is what docs/openapi.json says (npm run openapi)', () => {
    const written = JSON.parse(readFileSync(resolve('docs/openapi.json'), 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(description))).toEqual(written);
  });

  it('is served as OpenAPI 3.1, with contact, licence, terms and known limitations (DIGG DOK.03, 08, 09, 17)', async () => {
    const answer = await test.app.inject('/api/v1/openapi.json');
    const served = answer.json<OpenAPIObject>();
    expect(served.openapi).toMatch(/^3\.1\./);
    expect(served.info).toMatchObject({
      contact: { email: expect.any(String) },
      license: { name: 'EUPL-1.2' },
      termsOfService: expect.any(String),
    });
    expect(served.info.description).toMatch(/Kända begränsningar/);
  });

  it('has addresses of lower-case words with hyphens, and no identity number in them (DIGG UFN.07–09, RES.02, RES.06)', () => {
    for (const [path] of operations) expect(path).toMatch(/^\/api\/v1(\/([a-z0-9]+(-[a-z0-9]+)*|\{(id|number)\}))+$/);
    const names = operations.flatMap(([, , { parameters = [] }]) => parameters.map(({ name }) => name));
    expect(names.filter((name) => /pnr|personnummer|personnr|ssn|identitynumber/i.test(name))).toEqual([]);
  });

  it('says of every operation what it does, what it needs and how it refuses (DIGG DOK.11, 19, 20; FEL.02)', () => {
    expect(operations.length).toBeGreaterThan(25);
    for (const [path, method, operation] of operations) {
      expect([path, method, operation]).toEqual([
        path,
        method,
        expect.objectContaining({
          summary: expect.any(String),
          description: expect.any(String),
          tags: [expect.any(String)],
          'x-needs': expect.any(String),
        }),
      ]);
      for (const [status, { description: text, content }] of Object.entries(operation.responses)) {
        expect(text).not.toBe('');
        if (Number(status) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('names its fields in camelCase, with a label and an example on each (DIGG AME.04, DOK.15)', () => {
    const schemas = Object.entries(description.components?.schemas ?? {}) as [
      string,
      { properties?: Record<string, Record<string, unknown>> },
    ][];
    const faults = schemas.flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, property]) => {
        const nested =
          '$ref' in property || 'allOf' in property || JSON.stringify(property['items'] ?? {}).includes('$ref');
        const told =
          typeof property['description'] === 'string' && (nested || 'example' in property || 'examples' in property);
        return told && /^[a-z][A-Za-z0-9]*$/.test(name) ? [] : [`${schema}.${name}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('tells who it is and how it is to monitors (DIGG VER.06)', async () => {
    const info = await test.app.inject('/api-info');
    expect(Object.keys(info.json<object>())).toEqual([
      'apiName',
      'apiVersion',
      'apiReleased',
      'apiDocumentation',
      'apiStatus',
    ]);
    expect((await test.app.inject('/health')).json()).toEqual({ status: 'up' });
  });
});
