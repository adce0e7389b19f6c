import { suppress } from '../libs/action-plans/suppression.rules.ts';
import { anonymityFault, possibleNamesIn } from '../libs/consultations/anonymity.rules.ts';
import { stepsFor, type RequestState } from '../libs/consultations/request-state.rules.ts';
import type { AgreementContent } from '../libs/directory/index.ts';
import { newId, referenceOf } from '../libs/platform/id.ts';
import type { BareDatabase, Send } from './bare-database.ts';
import { BareCases } from './bare-cases.ts';
import { BareFields, open, seal } from './bare-fields.ts';
import { Refusal } from './bare-refusal.ts';
import type { Texts } from './statements.ts';

/** What the bare server is started with. */
export interface BareSetup {
  databaseUrl: string;
  masterKey: string;
  poolSize: number;
  texts: Texts;
  /** The figure that is read, and the log's key: constants in the product, so here too. */
  figure: { id: string; version: number };
  verifierKey: string;
}

interface Draft {
  question: string;
  tried: string;
  themes: string[];
  ageBand: string | null;
  services: string[];
}

interface RequestRow {
  view: { state: RequestState; unit: { id: string } };
  answers: { consultationId: string; advice: string }[];
  keyId: string;
  wrapped: Buffer;
  question: Buffer | null;
  tried: Buffer | null;
}

/** The jobs, by hand. */
export class BareRoutes {
  private readonly setup: BareSetup;
  private readonly database: BareDatabase;
  private readonly fields: BareFields;
  private readonly cases: BareCases;

  constructor(setup: BareSetup, database: BareDatabase) {
    this.setup = setup;
    this.database = database;
    this.fields = new BareFields(setup.masterKey);
    this.cases = new BareCases(database, this.fields);
  }

  create(token: string, body: unknown): Promise<unknown> {
    const { question, tried, themes, ageBand, services } = draftIn(body);
    return this.database.access(token, 'REQUESTER', async (send) => {
      const words = new Set([question, tried].flatMap(possibleNamesIn).map(({ name }) => name));
      const blocked = new Set(
        (await send<{ name: string }>('blocked-names.among', [...words])).map(({ name }) => name),
      );
      if ([question, tried].some((text) => anonymityFault('', text, blocked))) throw new Refusal(422);
      const id = newId();
      const keyId = newId();
      const { key, wrapped } = this.fields.newKey(keyId);
      const sealedQuestion = seal(key, question, `consultation_request.question:${id}`);
      const sealedTried = seal(key, tried, `consultation_request.tried:${id}`);
      const made = [id, keyId, wrapped, referenceOf('K', id), sealedQuestion, sealedTried, themes, ageBand, services];
      const [, answer] = await Promise.all([send('consultation-request.create', ...made), this.view(send, id)]);
      const facts = { askingUnit: answer.unit.id };
      const subject = `consultation-request:${id}`;
      return { answer, event: { type: 'consultation-request.drafted', activity: 'Skriva', subject, facts } };
    });
  }

  read(token: string, id: string): Promise<unknown> {
    return this.database.access(token, 'REQUESTER', async (send) => {
      const subject = `consultation-request:${id}`;
      return {
        answer: await this.view(send, id),
        event: { type: 'consultation-request.read', activity: 'Läsa', subject },
      };
    });
  }

  caseList(token: string, asked: URLSearchParams): Promise<unknown> {
    return this.cases.list(token, pageOf(asked));
  }

  caseFile(token: string, id: string): Promise<unknown> {
    return this.cases.file(token, id);
  }

  list(token: string, asked: URLSearchParams): Promise<unknown> {
    const { page, limit } = pageOf(asked);
    return this.database.access(token, 'SIP_COORDINATOR', async (send, visitor) => {
      await visitor;
      const offset = (page - 1) * limit;
      const [row] = await send<{ page: { requests: unknown[]; total: number } }>(
        'consultation-request.list-area-open',
        offset,
        limit,
      );
      const facts = { rows: row!.page.requests.length };
      const answer = { ...row!.page, page, limit };
      return { answer, event: { type: 'consultation-request.listed', activity: 'Läsa', facts } };
    });
  }

  figure(token: string, id: string, asked: URLSearchParams): Promise<unknown> {
    const year = wholeNumber(asked.get('year') ?? '', 2000, 2100);
    const { figure, verifierKey } = this.setup;
    return this.database.access(token, 'MANAGER', async (send) => {
      const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
      const [[metric], [agreement]] = await Promise.all([
        send<{ name: string; plan: object }>('metric.read', id),
        send<{ content: AgreementContent }>('agreement.current', today),
      ]);
      if (!metric) throw new Refusal(404);
      const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`];
      const [reading] = await send<{ size: number; checkpoint: string; cells: { key: string; value: number }[] }>(
        'figure.read',
        [figure.id],
        [figure.version],
        from,
        to,
      );
      const { themes, limits } = agreement!.content;
      const names = new Map(themes.map(({ code, name }) => [code, name]));
      const values = new Map(themes.map(({ code }) => [code, 0]));
      for (const { key, value } of reading!.cells) values.set(key, value);
      const cells = [...suppress(values, limits.smallCell)].map(([key, value]) => ({
        key,
        name: names.get(key) ?? key,
        ...(value !== null && { value }),
        suppressed: value === null,
      }));
      const answer = {
        metric: { id, name: metric.name },
        plan: metric.plan,
        definition: figure,
        period: { from, to, zone: 'Europe/Stockholm' },
        cells,
        logSize: reading!.size,
        checkpoint: reading!.checkpoint,
        verifierKey,
      };
      const facts = { definition: figure.id, year };
      return { answer, event: { type: 'figure.read', activity: 'Läsa', subject: `metric:${id}`, facts } };
    });
  }

  private async view(send: Send, id: string) {
    const [row] = await send<RequestRow>('consultation-request.read', id);
    if (!row) throw new Refusal(404);
    const key = this.fields.unwrap(row.keyId, row.wrapped);
    const text = (place: string, sealed: Buffer | null) => (sealed ? open(key, sealed, place).toString('utf8') : '');
    return {
      ...row.view,
      question: text(`consultation_request.question:${id}`, row.question),
      tried: text(`consultation_request.tried:${id}`, row.tried),
      answers: row.answers.map((answer) => ({
        ...answer,
        advice: text(`consultation.advice:${answer.consultationId}`, Buffer.from(answer.advice, 'base64')),
      })),
      steps: stepsFor(row.view.state, 'REQUESTER'),
    };
  }
}

function draftIn(body: unknown): Draft {
  if (typeof body !== 'object' || body === null) throw new Refusal(422);
  const { question = '', tried = '', themes = [], ageBand = null, services = [], ...unknown } = body as Partial<Draft>;
  const right =
    Object.keys(unknown).length === 0 &&
    isText(question, 4000) &&
    isText(tried, 4000) &&
    (ageBand === null || isText(ageBand, 40)) &&
    [themes, services].every(
      (list) => Array.isArray(list) && list.length <= 30 && list.every((code) => isText(code, 40)),
    );
  if (!right) throw new Refusal(422);
  return { question, tried, themes, ageBand, services };
}

const isText = (value: unknown, max: number): boolean => typeof value === 'string' && value.length <= max;

const pageOf = (asked: URLSearchParams) => ({
  page: wholeNumber(asked.get('page') ?? '1', 1, 1000),
  limit: wholeNumber(asked.get('limit') ?? '20', 1, 100),
});

function wholeNumber(text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw new Refusal(422);
  return value;
}
