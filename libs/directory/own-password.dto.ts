import { TextField } from '../platform/index.ts';

export class OwnPassword {
  @TextField({ label: 'Lösenordet du har nu', max: 200, example: 'k7fm-3q2x-h9tw-d4vz' })
  currentPassword!: string;

  @TextField({ label: 'Nytt lösenord, minst 15 tecken', max: 200, example: 'grön cykel i regnet' })
  newPassword!: string;
}
