import type { Control } from 'react-hook-form';
import { ChangeDialog } from '../kit/change-dialog.tsx';
import { useField } from '../kit/field.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useChange } from '../kit/use-change.ts';

type Values = Record<string, string>;

interface Versioned {
  version: number;
}

/** A text that is changed: its name in the API, what it is called, and what to write when it is left empty. */
export interface ChangedText {
  name: string;
  label: string;
  help?: string;
  required: string;
}

interface ChangeTextsProps<Item extends Versioned> {
  title: string;
  /** The verb of the deed. */
  confirm: string;
  item: Item;
  texts: ChangedText[];
  save: (item: Item, values: Values) => Promise<unknown>;
  /** The item as somebody else has just saved it. */
  now: () => Promise<Item>;
  onClose: () => void;
}

/** Changes a few texts of something that has a version. Somebody else who was first is shown beside one's own. */
export function ChangeTexts<Item extends Versioned>(props: ChangeTextsProps<Item>) {
  const { title, confirm, item, texts, save, now, onClose } = props;
  const opened = (one: Item) => ({ version: one.version, values: valuesOf(one, texts) });
  const change = useChange<Values>(
    opened(item),
    { save: (_, version, values) => save({ ...item, version }, values), read: async () => opened(await now()) },
    onClose,
  );
  const words = (values: Values) => Object.fromEntries(texts.map(({ name, label }) => [label, values[name]!]));
  return (
    <ChangeDialog title={title} confirm={confirm} onClose={onClose} change={change} words={words}>
      <TextFields control={change.form.control} texts={texts} />
    </ChangeDialog>
  );
}

/** The texts as fields of the form around them. */
export function TextFields({ control, texts }: { control: Control<Values>; texts: ChangedText[] }) {
  return texts.map((text) => <OneText key={text.name} control={control} text={text} />);
}

function OneText({ control, text: { name, label, help, required } }: { control: Control<Values>; text: ChangedText }) {
  return <TextField label={label} help={help} {...useField(control, name, required)} />;
}

const valuesOf = (item: object, texts: ChangedText[]): Values =>
  Object.fromEntries(texts.map(({ name }) => [name, String((item as Values)[name])]));
