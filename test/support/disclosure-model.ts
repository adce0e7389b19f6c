import { addDays } from '../../libs/platform/index.ts';

/** Units of a random world; the last is never a party. */
export const WORLD_UNITS = ['social', 'bup', 'school', 'clinic'] as const;
export const WORLD_PEOPLE = ['CHILD', 'first', 'second'] as const;
export const WORLD_CATEGORIES = ['IDENTITY', 'HEALTH'] as const;

export type WorldUnit = (typeof WORLD_UNITS)[number];
export type WorldPerson = (typeof WORLD_PEOPLE)[number];

/** Something that happens in a random world. Numbers choose among what is there. */
export type Happening =
  | {
      kind: 'answer';
      who: WorldPerson;
      plan: boolean;
      yes: boolean;
      units: readonly WorldUnit[];
      categories: readonly string[];
      days: number;
    }
  | { kind: 'all-agree' }
  | { kind: 'withdraw'; which: number }
  | { kind: 'except'; who: 'first' | 'second' }
  | { kind: 'end-exception' }
  | { kind: 'ground'; unit: WorldUnit }
  | { kind: 'end-ground' }
  | { kind: 'join'; unit: WorldUnit }
  | { kind: 'leave'; unit: WorldUnit }
  | { kind: 'renew' }
  | { kind: 'rewrite' }
  | { kind: 'hand-out'; units: readonly WorldUnit[] }
  | { kind: 'days-pass'; days: number };

interface Cell {
  answer: number;
  yes: boolean;
  on: string;
  validTo: string;
}

/**
 * What each unit may read of one case, said anew and as plainly as can be: not the product's own rules, so that the two can be
 * held against each other. A child of 17 with two guardians, under the default policy.
 */
export class DisclosureModel {
  readonly copies: Record<WorldUnit, string[]> = { social: [], bup: [], school: [], clinic: [] };
  readonly parties = new Set<WorldUnit>(['social', 'bup']);
  /** Since when nothing more is handed out to a unit that holds copies; a copy of a later day says that it is over no more. */
  readonly ended: Partial<Record<WorldUnit, string>> = {};
  private readonly latest: Partial<Record<WorldUnit, string>> = {};
  state: 'PENDING' | 'CONSENTED' | 'WITHDRAWN' = 'PENDING';
  excepted: WorldPerson | null = null;
  ground: { unit: WorldUnit; from: string } | null = null;
  need = 'Behov 0';
  /** Whether each answer was a yes that has not been withdrawn. */
  readonly answers: boolean[] = [];
  private readonly cells = new Map<string, Cell>();

  constructor(
    public today: string,
    private readonly birthday18: string,
  ) {}

  get adult(): boolean {
    return this.today >= this.birthday18;
  }

  answer(
    who: WorldPerson,
    plan: boolean,
    yes: boolean,
    units: readonly string[],
    categories: readonly string[],
    days: number,
  ): void {
    const before = this.lacking('plan');
    const cell = { answer: this.answers.length, yes, on: this.today, validTo: addDays(this.today, days) };
    this.answers.push(yes);
    for (const place of plan
      ? ['plan']
      : units.flatMap((unit) => categories.map((category) => `${unit} ${category}`))) {
      this.cells.set(`${who} ${place}`, cell);
    }
    if (yes) this.settle();
    else this.stopIfMoreIsLacking(before);
  }

  withdraw(which: number): void {
    const before = this.lacking('plan');
    this.answers[which] = false;
    for (const cell of this.cells.values()) if (cell.answer === which) cell.yes = false;
    this.stopIfMoreIsLacking(before);
  }

  except(who: WorldPerson | null): void {
    const before = this.lacking('plan');
    this.excepted = who;
    if (who) this.settle();
    else this.stopIfMoreIsLacking(before);
  }

  renew(): void {
    this.state = 'PENDING';
    this.settle();
  }

  endOf(unit: WorldUnit): string | undefined {
    const ended = this.ended[unit];
    return ended && ended >= this.latest[unit]! ? ended : undefined;
  }

  join(unit: WorldUnit): void {
    this.parties.add(unit);
    if (this.state === 'CONSENTED') this.resume();
  }

  leave(unit: WorldUnit): void {
    this.parties.delete(unit);
    this.end([unit]);
  }

  mayGet(unit: WorldUnit): boolean {
    if (!this.parties.has(unit)) return false;
    if (this.ground?.unit === unit) return true;
    return this.state === 'CONSENTED' && this.allSay(`${unit} IDENTITY`);
  }

  handOut(units: readonly WorldUnit[]): void {
    for (const unit of units) {
      this.copies[unit].unshift(this.need);
      this.latest[unit] = this.today;
    }
  }

  private planned(): boolean {
    return this.allSay('plan');
  }

  private allSay(place: string): boolean {
    return this.lacking(place).length === 0;
  }

  /** Who has to consent and does not, and how that came. */
  private lacking(place: string): string[] {
    const asked: WorldPerson[] = this.adult ? ['CHILD'] : ['CHILD', 'first', 'second'];
    return asked
      .filter((who) => who !== this.excepted)
      .flatMap((who) => {
        const cell = this.cells.get(`${who} ${place}`);
        if (!cell) return `${who} was not asked`;
        if (this.adult && cell.on < this.birthday18) return `${who} spoke as a child`;
        if (!cell.yes) return `${who} says no`;
        return cell.validTo < this.today ? `${who} said yes for a time that is over` : [];
      });
  }

  private settle(): void {
    const told = WORLD_UNITS.some((unit) => WORLD_CATEGORIES.some((category) => this.allSay(`${unit} ${category}`)));
    if (this.state !== 'PENDING' || !this.planned() || !told) return;
    this.state = 'CONSENTED';
    this.resume();
  }

  private stopIfMoreIsLacking(before: readonly string[]): void {
    const more = this.lacking('plan').some((lack) => !before.includes(lack));
    if (this.state !== 'CONSENTED' || !more) return;
    this.state = 'WITHDRAWN';
    this.end(WORLD_UNITS);
  }

  private end(units: readonly WorldUnit[]): void {
    for (const unit of units) if (this.latest[unit] && !this.endOf(unit)) this.ended[unit] = this.today;
  }

  private resume(): void {
    for (const unit of this.parties) delete this.ended[unit];
  }
}
