export { ChildView } from './child.dto.ts';
export { CHILD_JSON, openedChild, type SealedChild } from './child.reader.ts';
export { ChildrenModule } from './children.module.ts';
export {
  adultFrom,
  ageOn,
  type AssessmentDetails,
  type ChildDetails,
  type GuardianDetails,
  initialsOf,
  isAdultOn,
  isProtected,
  maturityOn,
  type Protection,
  PROTECTIONS,
  searchableName,
  shownDetails,
  shownGuardian,
} from './child.rules.ts';
export { IDENTITY_KINDS, type Identity, type IdentityKind, readIdentity } from './identity-number.rules.ts';
