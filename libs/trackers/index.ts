export { DeviationSuggestions } from './deviation.suggestions.ts';
export { TrackersModule } from './trackers.module.ts';
export { ComingOfAge } from './transition.job.ts';
