import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readIn, spoken } from "../../../domain/module.ts";
import { _, language } from "../../../i18n/index.ts";
import * as content from "../content.ts";

/** The module that a question came up in. */
export function ModuleTitle({ id, organization }: { id: string; organization: string | undefined }) {
  const title = useSignal("");
  useEffect(() => {
    if (!id) return;
    content.index().then(
      ({ modules = [] }) => {
        const entry = readIn(modules, organization).find((each) => each.id === id);
        title.value = (entry && spoken(entry, language.value)?.title) ?? "";
      },
      () => undefined,
    );
  }, [id, organization]);
  return title.value ? <p class="quiet">{_("Came up in: {title}", { title: title.value })}</p> : null;
}
