import { Temporal } from 'temporal-polyfill';
import type { CaseState } from '../../../libs/cases/index.ts';

/** A child of the demo: invented, with one of Skatteverket's test numbers or a reserve number, and how far its case has come. */
export interface DemoChild {
  identity: string;
  /** With a reserve number, which tells none. */
  birthDate?: string;
  givenName: string;
  familyName: string;
  protection?: 'SEKRETESSMARKERING';
  school?: string;
  guardians: { name: string; language?: string; interpreter?: boolean }[];
  kind: 'STATUTORY_SIP' | 'AGREEMENT_SIP' | 'DISCHARGE_SIP';
  askedBy: 'CHILD' | 'GUARDIAN' | 'STAFF';
  need: string;
  question: string;
  childsWords: string;
  goal: string;
  state: CaseState;
  /** How many follow-ups have been held. */
  followUps?: number;
}

const NEEDS = {
  school: {
    need: 'Skolgången behöver stöd från skola, socialtjänst och BUP samtidigt.',
    question: 'Hur gör vi dagarna lättare, och vem gör vad?',
    childsWords: 'Jag vill orka vara i skolan, men inte hela dagar än.',
    goal: 'Är i skolan fyra dagar i veckan.',
  },
  home: {
    need: 'Familjen har kontakt på fem håll och får olika besked.',
    question: 'Vem håller ihop kontakten med familjen?',
    childsWords: 'Jag vill slippa berätta samma sak för alla.',
    goal: 'Familjen har en person att ringa.',
  },
  sleep: {
    need: 'Sömn, mat och skärmar går i varandra, och behandlingen kommer inte i gång.',
    question: 'I vilken ordning ska insatserna komma?',
    childsWords: 'Jag vill kunna sova på nätterna.',
    goal: 'Sover åtta timmar fem nätter i veckan.',
  },
} as const;

/** One child, or more, for each state that a case can be in, as of a day (YYYY-MM-DD). */
export const demoChildren = (today: string): DemoChild[] => [
  {
    identity: '201305302380',
    givenName: 'Elin',
    familyName: 'Warsame',
    school: 'Björkängsskolan 7B',
    guardians: [{ name: 'Hodan Warsame', language: 'so', interpreter: true }, { name: 'Abdi Warsame' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'GUARDIAN',
    ...NEEDS.school,
    state: 'PLAN_ACTIVE',
    followUps: 1,
  },
  {
    identity: '201103012389',
    givenName: 'Viggo',
    familyName: 'Sandell',
    school: 'Almby gymnasium',
    guardians: [{ name: 'Maria Sandell' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'CHILD',
    ...NEEDS.sleep,
    state: 'FOLLOW_UP_DUE',
  },
  {
    identity: '201402142390',
    givenName: 'Nora',
    familyName: 'Lindqvist',
    school: 'Björkängsskolan 6A',
    guardians: [{ name: 'Petra Lindqvist' }, { name: 'Johan Lindqvist' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.home,
    state: 'CONSENT_PENDING',
  },
  {
    identity: '201608302392',
    givenName: 'Sam',
    familyName: 'Ek',
    school: 'Björkängsskolan 4C',
    guardians: [{ name: 'Robin Ek' }],
    kind: 'AGREEMENT_SIP',
    askedBy: 'STAFF',
    ...NEEDS.school,
    state: 'NEED_IDENTIFIED',
  },
  {
    identity: '201204132391',
    givenName: 'Tove',
    familyName: 'Ahlgren',
    guardians: [{ name: 'Karl Ahlgren' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.sleep,
    state: 'OFFERED',
  },
  {
    identity: '201509172381',
    givenName: 'Hugo',
    familyName: 'Marklund',
    guardians: [{ name: 'Lisa Marklund' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'GUARDIAN',
    ...NEEDS.home,
    state: 'PREPARING',
  },
  {
    identity: '201411082389',
    givenName: 'Alma',
    familyName: 'Karimi',
    guardians: [{ name: 'Shirin Karimi', language: 'fa', interpreter: true }],
    kind: 'STATUTORY_SIP',
    askedBy: 'GUARDIAN',
    ...NEEDS.school,
    state: 'SUMMONED',
  },
  {
    identity: '201710082387',
    givenName: 'Leo',
    familyName: 'Forsman',
    guardians: [{ name: 'Ida Forsman' }, { name: 'Per Forsman' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.home,
    state: 'MEETING_HELD',
  },
  {
    identity: '201507182390',
    givenName: 'Stina',
    familyName: 'Broman',
    guardians: [{ name: 'Anette Broman' }],
    kind: 'AGREEMENT_SIP',
    askedBy: 'CHILD',
    ...NEEDS.sleep,
    state: 'PLAN_DRAFT',
  },
  {
    identity: '201108082387',
    givenName: 'Yusuf',
    familyName: 'Demir',
    school: 'Almby gymnasium',
    guardians: [{ name: 'Ayse Demir', language: 'tr', interpreter: true }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.school,
    state: 'FOLLOW_UP_HELD',
  },
  {
    identity: '201311092397',
    givenName: 'Molly',
    familyName: 'Strömberg',
    guardians: [{ name: 'Camilla Strömberg' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'GUARDIAN',
    ...NEEDS.home,
    state: 'CONSENT_WITHDRAWN',
  },
  {
    // On the way to 18 whenever the demo is made, as nobody with a test number is.
    identity: '9824000001AA',
    birthDate: Temporal.PlainDate.from(today).subtract({ years: 17, months: 9 }).toString(),
    givenName: 'Isak',
    familyName: 'Wiberg',
    school: 'Almby gymnasium',
    guardians: [{ name: 'Eva Wiberg' }, { name: 'Mats Wiberg' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'CHILD',
    ...NEEDS.sleep,
    state: 'TRANSITION',
  },
  {
    identity: '201706032396',
    givenName: 'Ebba',
    familyName: 'Nordin',
    guardians: [{ name: 'Sofia Nordin' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.school,
    state: 'CLOSED',
    followUps: 1,
  },
  {
    identity: '201812272381',
    givenName: 'Adam',
    familyName: 'Hellgren',
    guardians: [{ name: 'Jonna Hellgren' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.home,
    state: 'DECLINED_BY_FAMILY',
  },
  {
    identity: '201904102389',
    givenName: 'Saga',
    familyName: 'Palm',
    guardians: [{ name: 'Linus Palm' }],
    kind: 'AGREEMENT_SIP',
    askedBy: 'GUARDIAN',
    ...NEEDS.school,
    state: 'DENIED_BY_SERVICE',
  },
  {
    identity: '201203042385',
    givenName: 'Kim',
    familyName: 'Skyddad',
    protection: 'SEKRETESSMARKERING',
    guardians: [{ name: 'Alex Skyddad' }],
    kind: 'STATUTORY_SIP',
    askedBy: 'STAFF',
    ...NEEDS.home,
    state: 'PREPARING',
  },
];
