/** Kinds of unit that the product has rules about; the agreement says what they are called (glossary: Service). */
export const SERVICE_CODES = [
  'PRESCHOOL',
  'SCHOOL',
  'PUPIL_HEALTH',
  'SOCIAL_SERVICES',
  'CHILD_PSYCHIATRY',
  'PRIMARY_CARE',
  'CHILD_MEDICINE',
  'HABILITATION',
  'YOUTH_CLINIC',
  'OTHER_SERVICE',
] as const;

export type ServiceType = (typeof SERVICE_CODES)[number];
