import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";

/** Where it comes from, for those who want to know. */
export function Sources({ module: { sources = [] } }: { module: Module }) {
  if (sources.length === 0) return null;
  return (
    <details class="examples">
      <summary>{_("Where does this come from?")}</summary>
      <ul>
        {sources.map(({ name, publisher }) => (
          <li key={name}>{publisher ? _("{name} ({publisher})", { name, publisher }) : name}</li>
        ))}
      </ul>
      <p class="quiet">{_("We tell it in our own words.")}</p>
    </details>
  );
}
