export { AuditModule } from './audit.module.ts';
export { eventKind, eventKindOf, type Activity, type Audience, type EventKind } from './event-kind.ts';
export { Figures, monthsOfYear, type Reading } from './figure.ts';
export { countedFigure, countedFigures, figureOf, type CountedFigure } from './figure-definition.ts';
export { Log } from './log.ts';
export { LogReader, type LogHead } from './log-reader.ts';
export { SEALED_CHANNEL, Sealer } from './sealer.ts';
export { EXAMPLE_CHECKPOINT, EXAMPLE_KEY, EXAMPLE_PROOF } from './log.example.ts';
