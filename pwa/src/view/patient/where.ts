import { _ } from "../../i18n/index.ts";
import { stay } from "../../store/documents.ts";

const named = () => ({ unit: stay.value?.unit.name ?? "" });
/** Home care comes to where the person lives: nobody is "at" it, and languages choose another little word. */
const comesHome = (): boolean => stay.value?.unit.kind === "home-care";

/** The unit with its little word, to stand inside a sentence. */
export const where = (): string => (comesHome() ? _("in {unit}", named()) : _("at {unit}", named()));

export const youAre = (): string =>
  comesHome() ? _("You get help from {unit}.", named()) : _("You are at {unit}.", named());

export const theyAre = (name: string): string =>
  comesHome() ? _("{name} gets help from {unit}.", { name, ...named() }) : _("{name} is at {unit}.", { name, ...named() });

export const receivedThere = (): string =>
  comesHome() ? _("Received by {unit}", named()) : _("Received at {unit}", named());

export const receivedThen = (when: string): string =>
  comesHome() ? _("Received by {unit} {when}.", { when, ...named() }) : _("Received at {unit} {when}.", { when, ...named() });
