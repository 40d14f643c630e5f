import type { Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Radios, Select } from "../parts/fields.tsx";
import { OTHER } from "./typed.ts";

interface Asked {
  label: string;
  who: ReadonlyMap<string, Speaker>;
  value: string;
  onValue: (value: string) => void;
  small?: boolean;
}

/** Chosen once for all, and to be changed at each answer. */
export function SpeakerChoice({ label, who, value, onValue, small }: Asked) {
  const options = [...who].map(([id, { kind, name, relation }]) => ({
    value: id,
    words:
      id === OTHER
        ? _("Somebody else close to the patient")
        : kind === "related" && relation
          ? _("{name} ({relation})", { name: name ?? "", relation })
          : (name ?? _("The patient")),
  }));
  return small ? (
    <Select label={label} value={value} onValue={onValue} options={options} />
  ) : (
    <Radios row label={label} value={value} onValue={onValue} options={options} />
  );
}
