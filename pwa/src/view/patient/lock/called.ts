import { _ } from "../../../i18n/index.ts";
import type { Holder } from "../../../store/device.ts";

/** A person on this phone, as they are called here. */
export const called = ({ person, given }: Holder): string =>
  person.role === "related" ? _("{helper}, who helps {name}", { helper: person.name, name: given }) : given;
