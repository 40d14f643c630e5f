import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Option {
  readonly value: string;
  readonly words: string;
  readonly more?: string | undefined;
}

interface Choosing {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly Option[];
}

export function Select({ label, value, onValue, options }: Choosing) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <select id={id} class="field" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Radios({ label, value, onValue, options, row }: Choosing & { row?: boolean }) {
  const name = useId();
  return (
    <fieldset class={row ? "choices in-row" : "choices"}>
      <legend class="label">{label}</legend>
      {options.map((option) => (
        <label class="choice" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onValue(option.value)} />
          <span>
            {option.words}
            {option.more && <small>{option.more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Check({
  on,
  onValue,
  children,
}: {
  on: boolean;
  onValue: (on: boolean) => void;
  children: ComponentChildren;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={(event) => onValue(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
