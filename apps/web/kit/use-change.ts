import { useState } from 'react';
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form';
import { asProblem } from '../api/problem.ts';
import { useProblem } from '../api/use-problem.ts';

/** Values as they are saved, and the version that a change builds on. */
export interface Versioned<Values> {
  version: number;
  values: Values;
}

interface Store<Values> {
  /** Saves the fields that have been changed, or all of them where the whole is replaced. */
  save: (changed: Partial<Values>, version: number, values: Values) => Promise<unknown>;
  /** What is saved now. */
  read: () => Promise<Versioned<Values>>;
}

/**
 * A form over something that others may change meanwhile. Only the fields that were touched are saved; when somebody else
 * was first, `conflict` holds both texts until the person has chosen. Nothing typed is lost.
 */
export function useChange<Values extends FieldValues>(
  opened: Versioned<Values>,
  { save, read }: Store<Values>,
  onDone: () => void,
) {
  const [base, setBase] = useState(opened);
  const [theirs, setTheirs] = useState<Versioned<Values>>();
  const form = useForm<Values>({ defaultValues: opened.values as DefaultValues<Values> });
  const { problem, refuse, clear } = useProblem(form);
  const [pending, setPending] = useState(false);

  /** The fields in which the form differs from what it began as. */
  const touched = (): Path<Values>[] =>
    (Object.keys(base.values) as Path<Values>[]).filter(
      (field) => !isSame(form.getValues()[field], base.values[field]),
    );

  const submit = form.handleSubmit(async (values) => {
    clear();
    setPending(true);
    const changed = Object.fromEntries(touched().map((field) => [field, values[field]])) as unknown as Partial<Values>;
    try {
      await save(changed, base.version, values);
      onDone();
    } catch (error) {
      if (asProblem(error).status === 412) await meet();
      else refuse(error);
    } finally {
      setPending(false);
    }
  });

  /** Takes over what the other changed where the person has not written, and shows both texts where they have. */
  async function meet() {
    try {
      const now = await read();
      const mine = touched();
      for (const field of Object.keys(now.values) as Path<Values>[])
        if (!mine.includes(field)) form.setValue(field, now.values[field]);
      setTheirs(now);
    } catch (error) {
      refuse(error);
    }
  }

  const goOn = (take: boolean) => {
    if (!theirs) return;
    if (take) form.reset(theirs.values);
    setBase(theirs);
    setTheirs(undefined);
  };

  return {
    form,
    submit,
    problem,
    pending,
    dirty: form.formState.isDirty,
    conflict: theirs && { mine: form.getValues(), saved: theirs.values },
    keepMine: () => goOn(false),
    takeSaved: () => goOn(true),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
