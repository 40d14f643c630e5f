import { _ } from "../../i18n/index.ts";

/** A profession as it is said to patients. */
export function profession(title: string): string {
  switch (title) {
    case "nurse":
      return _("nurse");
    case "physiotherapist":
      return _("physiotherapist");
    case "doctor":
      return _("doctor");
    case "occupational therapist":
      return _("occupational therapist");
    case "social worker":
      return _("social worker");
    case "health worker":
      return _("health worker");
    case "psychologist":
      return _("psychologist");
    case "leader":
    case "ward leader":
      return _("ward leader");
    case "quality adviser":
      return _("quality adviser");
    default:
      return title;
  }
}

/** "Kari, nurse", or the role only where the unit has chosen that. */
export function staffNamed(name = "", title = ""): string {
  const role = profession(title);
  if (name && role) return _("{name}, {role}", { name, role });
  return name || role || _("the staff");
}
