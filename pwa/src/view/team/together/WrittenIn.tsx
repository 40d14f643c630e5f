import { _ } from "../../../i18n/index.ts";
import { TONGUES } from "../page/tongue.ts";
import { Select } from "../parts/fields.tsx";
import { languages } from "../words.ts";

/** The language that the words themselves are in: on paper, or as they were said. */
export function WrittenIn({ value, usual, onValue }: { value: string; usual: string; onValue: (tag: string) => void }) {
  return (
    <Select
      label={_("The answers are written in")}
      value={value || usual}
      onValue={onValue}
      options={languages([...new Set([...TONGUES, value || usual])])}
    />
  );
}
