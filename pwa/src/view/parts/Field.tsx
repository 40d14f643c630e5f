import { useId } from "preact/hooks";

interface Asked {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: string;
  onValue: (value: string) => void;
}
interface Line {
  type?: "text" | "search" | "tel" | "date" | "time" | "datetime-local" | "number";
  autocomplete?: "off" | "name" | "given-name" | "bday";
  autocapitalize?: "off" | "characters" | "words";
  inputMode?: "text" | "numeric" | "tel";
  spellcheck?: boolean;
  required?: boolean;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  list?: string;
  name?: string;
  lang?: string;
}
interface Area extends Pick<Line, "required" | "maxLength" | "name" | "lang"> {
  rows?: number;
  onBlur?: () => void;
}

/** One line to fill in, with its name above it and what went wrong below. */
export function Field({ label, hint, fault, value, onValue, ...rest }: Asked & Line) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        {...described(id, hint, fault)}
        {...rest}
      />
      <Below id={id} hint={hint} fault={fault} />
    </div>
  );
}

/** Room for a person's own words. */
export function WordsField({ label, hint, fault, value, onValue, ...rest }: Asked & Area) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="field"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        {...described(id, hint, fault)}
        {...rest}
      />
      <Below id={id} hint={hint} fault={fault} />
    </div>
  );
}

function described(id: string, hint?: string, fault?: string) {
  const by = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { ...(by && { "aria-describedby": by }), ...(fault && { "aria-invalid": true }) };
}

function Below({ id, hint, fault }: { id: string; hint?: string | undefined; fault?: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="quiet">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} class="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
