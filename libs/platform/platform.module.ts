import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { Encryption } from './encryption.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { SubjectKeys } from './subject-key.ts';

/** What every part of the house stands on: settings, clock, database scope, field encryption. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: settings.databaseUrl,
          poolSize: settings.poolSize,
          extra: { pipeline: true },
          applicationName: 'samordna',
          autoLoadEntities: true,
          installExtensions: false,
          retryAttempts: 1,
          logging: false,
        }),
      ],
      providers: [{ provide: SETTINGS, useValue: settings }, Clock, Database, Encryption, SubjectKeys],
      exports: [SETTINGS, Clock, Database, Encryption, SubjectKeys],
    };
  }
}
