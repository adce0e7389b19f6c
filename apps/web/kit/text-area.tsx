import { useLayoutEffect, useRef } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { controlOf, FieldHead, fieldId, type FieldProps } from './field.tsx';

interface TextAreaProps extends FieldProps<string> {
  rows?: number;
  /** Shows how much is left. More can still be typed: nothing is cut, the API refuses what is too long. */
  maxLength?: number;
}

/** Grows with its text, so that all of it is seen and all of it prints. */
export function TextArea(props: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (CSS.supports('field-sizing', 'content') || !area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [props.value]);

  return (
    <AriaTextField
      id={fieldId(props.name)}
      className="field full"
      {...controlOf(props)}
      value={props.value}
      onChange={props.onChange}
    >
      <FieldHead {...props} />
      <AriaTextArea className="input text-area" ref={area} rows={props.rows ?? 4} />
      {props.maxLength !== undefined && <Counter length={props.value.length} max={props.maxLength} />}
    </AriaTextField>
  );
}

function Counter({ length, max }: { length: number; max: number }) {
  const left = max - length;
  return (
    <p className={left < 0 ? 'counter over' : 'counter'} aria-live={left < max / 10 ? 'polite' : 'off'}>
      {left < 0 ? `${-left} tecken för mycket` : `${left} tecken kvar`}
    </p>
  );
}
