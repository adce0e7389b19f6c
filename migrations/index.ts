import { Roles1763800000001 } from './001-roles.ts';
import { Log1763800000002 } from './002-log.ts';
import { Directory1763800000003 } from './003-directory.ts';
import { Consultations1763800000004 } from './004-consultations.ts';
import { ActionPlans1763800000005 } from './005-action-plans.ts';
import { Jobs1763800000006 } from './006-jobs.ts';
import { Cases1763800000007 } from './007-cases.ts';
import { Administration1763800000008 } from './008-administration.ts';
import { ChildSearch1763800000009 } from './009-child-search.ts';
import { Meetings1763800000010 } from './010-meetings.ts';
import { Trackers1763800000013 } from './013-trackers.ts';
import { SipPlans1763800000011 } from './011-sip-plans.ts';
import { FollowUp1763800000012 } from './012-follow-up.ts';
import { Drafts1763800000017 } from './017-drafts.ts';
import { MetricValues1763800000014 } from './014-metric-values.ts';
import { NamedReaders1763800000015 } from './015-named-readers.ts';
import { PeopleAndTeams1763800000016 } from './016-people-and-teams.ts';
import { LogHalts1763800000018 } from './018-log-halts.ts';
import { NamesAsSigned1763800000019 } from './019-names-as-signed.ts';
import { DisclosureEnds1763800000020 } from './020-disclosure-ends.ts';
import { UnitsAsSigned1763800000021 } from './021-units-as-signed.ts';
import { LapsedOffers1763800000022 } from './022-lapsed-offers.ts';
import { WhatIsNext1763800000023 } from './023-what-is-next.ts';
import { LogReview1763800000024 } from './024-log-review.ts';

/** Every migration, in order. */
export const migrations = [
  Roles1763800000001,
  Log1763800000002,
  Directory1763800000003,
  Consultations1763800000004,
  ActionPlans1763800000005,
  Jobs1763800000006,
  Cases1763800000007,
  Administration1763800000008,
  ChildSearch1763800000009,
  Meetings1763800000010,
  SipPlans1763800000011,
  FollowUp1763800000012,
  Trackers1763800000013,
  MetricValues1763800000014,
  NamedReaders1763800000015,
  PeopleAndTeams1763800000016,
  Drafts1763800000017,
  LogHalts1763800000018,
  NamesAsSigned1763800000019,
  DisclosureEnds1763800000020,
  UnitsAsSigned1763800000021,
  LapsedOffers1763800000022,
  WhatIsNext1763800000023,
  LogReview1763800000024,
];
