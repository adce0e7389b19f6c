/** What is asked in the demo: invented, and nobody's. */
export interface DemoQuestion {
  question: string;
  tried: string;
  themes: string[];
  ageBand: string;
  services: string[];
  advice: string;
  outcomes: string[];
  referrals?: string[];
}

export const DEMO_QUESTIONS: DemoQuestion[] = [
  {
    question:
      'En elev har varit borta mer än hälften av tiden sedan påsk. Hemmet vill, skolan anpassar, men ingen vet vem som ska ta nästa steg. Vem gör vad?',
    tried:
      'Förkortad skoldag, uppringning på morgonen och tre möten med hemmet. Närvaron steg i två veckor och föll igen.',
    themes: ['SCHOOL_ABSENCE', 'UNCLEAR_RESPONSIBILITY'],
    ageBand: 'AGE_13_15',
    services: ['SCHOOL', 'PUPIL_HEALTH'],
    advice:
      'Kalla till SIP. Skolan är sammankallande och bjuder in BUP och socialtjänsten. Börja med vad eleven själv vill ändra.',
    outcomes: ['RECOMMEND_SIP'],
  },
  {
    question:
      'Vi ser ett barn som drar sig undan och har slutat äta i skolan. Är det första linjen eller BUP som ska bedöma?',
    tried: 'Samtal med skolsköterskan och viktkontroll varannan vecka. Föräldrarna är oroliga och medverkar.',
    themes: ['MENTAL_ILL_HEALTH'],
    ageBand: 'AGE_10_12',
    services: ['PUPIL_HEALTH', 'PRIMARY_CARE'],
    advice:
      'Remiss till BUP med viktkurva och skolsköterskans anteckningar. Vårdcentralen tar prover under väntetiden.',
    outcomes: ['RECOMMEND_REFERRAL'],
    referrals: ['CHILD_PSYCHIATRY'],
  },
  {
    question:
      'Utredning om NPF väntar sedan ett år. Vad kan skolan göra redan nu, och vem håller kontakten med familjen så länge?',
    tried: 'Tydliggörande pedagogik i klassrummet och en resursperson på förmiddagarna.',
    themes: ['NEURODEVELOPMENT'],
    ageBand: 'AGE_6_9',
    services: ['SCHOOL', 'CHILD_PSYCHIATRY'],
    advice:
      'Stödet ges efter behov och väntar inte på diagnos. Elevhälsan håller kontakten med familjen och ringer BUP en gång i månaden.',
    outcomes: ['ADVICE_ONLY', 'RECOMMEND_REFERRAL'],
    referrals: ['SCHOOL_MEASURES'],
  },
  {
    question:
      'Ett barn i familjehem har inte fått sin hälsoundersökning. Socialtjänsten och vårdcentralen väntar på varandra. Hur löser vi det?',
    tried: 'Begäran är skickad två gånger. Vårdcentralen frågar efter samtycke som socialtjänsten menar redan finns.',
    themes: ['PLACED_CHILD', 'UNCLEAR_RESPONSIBILITY'],
    ageBand: 'AGE_6_9',
    services: ['SOCIAL_SERVICES', 'PRIMARY_CARE'],
    advice:
      'Vårdcentralen erbjuder tid inom fyra veckor från begäran. Socialtjänsten skickar samtycket på nytt. Rapportera som avvikelse.',
    outcomes: ['DEVIATION_SUGGESTED'],
  },
  {
    question: 'En ung person fyller snart 18 och avslutas hos oss. Ingen vuxenverksamhet har svarat. Vem kallar?',
    tried: 'Brev till vuxenpsykiatrin i augusti, påminnelse i oktober.',
    themes: ['TRANSITION_AT_18'],
    ageBand: 'AGE_16_17',
    services: ['CHILD_PSYCHIATRY', 'SOCIAL_SERVICES'],
    advice:
      'BUP kallar till SIP innan födelsedagen, med vuxenpsykiatrin och socialtjänstens vuxenenhet. Den unga bestämmer själv om samtycke efter 18.',
    outcomes: ['RECOMMEND_SIP', 'JOINT_MEETING'],
  },
  {
    question:
      'Förskolan ser att ett barn sällan får mat med sig, och att föräldern verkar mycket trött. Hur pratar vi med föräldern?',
    tried: 'Samtal vid hämtning. Barnet får frukost på förskolan.',
    themes: ['PRESCHOOL_CHILD', 'CHILD_AS_RELATIVE'],
    ageBand: 'AGE_0_5',
    services: ['PRESCHOOL'],
    advice:
      'Boka ett samtal där ni säger vad ni ser. Misstänker ni att barnet far illa gör ni en orosanmälan; socialtjänsten kan rådfrågas utan namn.',
    outcomes: ['ADVICE_ONLY', 'REPORT_OF_CONCERN_REMINDER'],
  },
  {
    question: 'En elev har börjat umgås med äldre kamrater och luktar cannabis. Hemmet förnekar. Vad är vårt ansvar?',
    tried: 'Samtal med mentor och skolkurator. Eleven vill inte till ungdomsmottagningen.',
    themes: ['SUBSTANCE_USE', 'SCHOOL_ABSENCE'],
    ageBand: 'AGE_16_17',
    services: ['SCHOOL', 'YOUTH_CLINIC'],
    advice: 'Anmälningsplikten gäller. Fältteamet kan träffa eleven på skolan samma vecka.',
    outcomes: ['REPORT_OF_CONCERN_REMINDER', 'RECOMMEND_REFERRAL'],
    referrals: ['SOCIAL_SERVICES'],
  },
  {
    question: 'Ett barn med obesitas mobbas på idrotten och går inte längre dit. Vilken hjälp finns för hela familjen?',
    tried: 'Hälsosamtal hos skolsköterskan, anpassad idrott.',
    themes: ['PHYSICAL_HEALTH', 'MENTAL_ILL_HEALTH'],
    ageBand: 'AGE_10_12',
    services: ['PUPIL_HEALTH', 'CHILD_MEDICINE'],
    advice: 'Remiss till barnmedicin och kontakt med hälsolotsen. Skolan följer planen mot kränkningar.',
    outcomes: ['RECOMMEND_REFERRAL'],
    referrals: ['CHILD_MEDICINE'],
  },
  {
    question: 'En nyanländ elev sover på lektionerna och berättar om mardrömmar. Familjen bor trångt. Var börjar vi?',
    tried: 'Studiehandledning på modersmålet och ett samtal med tolk.',
    themes: ['NEWLY_ARRIVED', 'MENTAL_ILL_HEALTH'],
    ageBand: 'AGE_13_15',
    services: ['SCHOOL', 'PRIMARY_CARE'],
    advice: 'Vårdcentralens första linje gör en bedömning med tolk. Skolan bjuder in till ett gemensamt möte.',
    outcomes: ['JOINT_MEETING', 'RECOMMEND_REFERRAL'],
    referrals: ['FIRST_LINE'],
  },
  {
    question:
      'Flera verksamheter träffar samma familj utan att veta av varandra. Hur samlar vi oss utan att gå bakom ryggen på familjen?',
    tried: 'Kuratorn har frågat föräldern, som gärna vill ha färre möten.',
    themes: ['UNCLEAR_RESPONSIBILITY', 'SCHOOL_ABSENCE'],
    ageBand: 'AGE_6_9',
    services: ['SCHOOL', 'SOCIAL_SERVICES', 'CHILD_PSYCHIATRY'],
    advice: 'Be om samtycke och kalla till SIP. Föreslå en kontaktperson för familjen.',
    outcomes: ['RECOMMEND_SIP'],
  },
  {
    question:
      'En elev har sagt till en kamrat att livet inte är värt något. Hur delar vi på ansvaret mellan skola, vårdcentral och BUP?',
    tried: 'Kuratorn har haft samtal samma dag, vårdnadshavarna är kontaktade och BUP:s akuttelefon har gett råd.',
    themes: ['SUICIDE_RISK', 'MENTAL_ILL_HEALTH'],
    ageBand: 'AGE_13_15',
    services: ['PUPIL_HEALTH', 'CHILD_PSYCHIATRY'],
    advice: 'BUP gör en bedömning inom ett dygn. Skolan har en krisplan och en vuxen som eleven väljer.',
    outcomes: ['RECOMMEND_REFERRAL'],
    referrals: ['CHILD_PSYCHIATRY'],
  },
  {
    question:
      'Skolan och habiliteringen har olika syn på vem som ska utreda språket. Eleven kommer i kläm. Vad säger överenskommelsen?',
    tried: 'Två möten mellan rektor och habiliteringens chef.',
    themes: ['NEURODEVELOPMENT', 'UNCLEAR_RESPONSIBILITY'],
    ageBand: 'AGE_6_9',
    services: ['SCHOOL', 'HABILITATION'],
    advice:
      'Skolan gör den pedagogiska kartläggningen, habiliteringen den medicinska. Frågan lyfts till NOSAM, den är inte den första.',
    outcomes: ['ESCALATE_TO_NOSAM', 'ADVICE_ONLY'],
  },
];
