export {
  AgreementView,
  CodeView,
  type AgreementContent,
  type ConsentPolicy,
  type SipDays,
  type SipRules,
} from './agreement.dto.ts';
export { DEFAULT_AGREEMENT } from './agreement.default.ts';
export { AgreementService } from './agreement.service.ts';
export { BlockedNameService } from './blocked-name.service.ts';
export { DirectoryModule } from './directory.module.ts';
export { Disposal } from './disposal.ts';
export { Idempotent } from './idempotency.ts';
export { mayDo, SESSION } from './permission.policy.ts';
export { databaseRole, ROLE_CODES, roleOf, ROLES, ASSIGNMENT_RUNS, type Role } from './role.ts';
export { RouteCheck, type Route } from './route-check.ts';
export { NamedView } from './session.dto.ts';
export { SessionGate } from './session.gate.ts';
export { COOKIE, tokenIn } from './session.rules.ts';
export { SESSION_CHANGES } from './session.service.ts';
export { SessionWatch } from './session.watch.ts';
export { SERVICE_CODES, type ServiceType } from './service-type.ts';
