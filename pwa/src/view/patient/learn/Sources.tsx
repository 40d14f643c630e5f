import type { Module, ModuleReview } from "../../../domain/module.ts";
import { _, date, ngettext } from "../../../i18n/index.ts";

/** Where it comes from and how far it has been tried, for those who want to know. */
export function Sources({ module }: { module: Module }) {
  return (
    <details class="examples sources">
      <summary>{_("Where does this come from?")}</summary>
      <Tried module={module} />
    </details>
  );
}

export function Tried({ module: { sources = [], review } }: { module: Module }) {
  return (
    <>
      <ul>
        {sources.map(({ name, publisher }) => (
          <li key={name}>{publisher ? _("{name} ({publisher})", { name, publisher }) : name}</li>
        ))}
      </ul>
      <p class="quiet">{[_("We tell it in our own words."), review && checked(review), review && tried(review)].filter(Boolean).join(" ")}</p>
    </>
  );
}

const named = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(", ");

const checked = ({ state, by, role, date: when }: ModuleReview): string =>
  state === "reviewed" && when ? _("Checked by {who}, {day}.", { who: named(by, role), day: date(when) }) : "";

function tried({ testedWith = [] }: ModuleReview): string {
  const readers = testedWith.reduce((all, trial) => all + trial.readers, 0);
  return readers > 0
    ? ngettext("{n} reader has tried it out.", "{n} readers have tried it out.", readers)
    : _("No readers have tried it out yet.");
}

/** Says that it is a draft, and who answers for it. */
export function draftWords({ draft, review }: Module): string {
  if (!draft) return "";
  const who = named(review?.responsible, review?.responsibleRole);
  const known = who ? _("Responsible for it: {who}.", { who }) : _("No health professional has checked it yet.");
  return [_("This is a draft."), known, _("Ask us if you wonder about something.")].join(" ");
}
