import { Injectable } from '@nestjs/common';
import { Clock, Database, Encryption } from '../platform/index.ts';
import { searchableName } from './child.rules.ts';
import { possibleNumbers } from './identity-number.rules.ts';

/**
 * What children are found by without being readable: fingerprints of number and whole name, made for one unit at a time, so
 * that two units' records of a child cannot be put together.
 */
@Injectable()
export class ChildPrints {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  ofNumber(number: string): Promise<Buffer> {
    return this.print('child-identity', number);
  }

  ofName(wholeName: string): Promise<Buffer> {
    return this.print('child-name', searchableName(wholeName));
  }

  /** One for each number that was possibly meant. Empty when it can be none. */
  ofWritten(number: string): Promise<Buffer[]> {
    return Promise.all(possibleNumbers(number, this.clock.today()).map((each) => this.ofNumber(each)));
  }

  private async print(purpose: string, value: string): Promise<Buffer> {
    const { unit } = await this.database.scope.enter();
    return this.encryption.fingerprint(`${purpose}:${unit}`, value);
  }
}
