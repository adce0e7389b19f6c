export { ChildView } from './child.dto.ts';
export { CHILD_JSON, openedChild, type SealedChild } from './child.reader.ts';
export { ChildrenModule } from './children.module.ts';
export { FamilyChanges } from './family-changes.ts';
export {
  adultFrom,
  ageOn,
  type ChildDetails,
  type GuardianDetails,
  initialsOf,
  isAdultOn,
  isProtected,
  maturityOn,
  type Protection,
  PROTECTIONS,
  turnsOn,
} from './child.rules.ts';
export type { IdentityKind } from './identity-number.rules.ts';
