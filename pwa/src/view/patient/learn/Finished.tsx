import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { progress } from "../../../store/marks.ts";
import { Page } from "../Page.tsx";
import { CallUs } from "../Urgent.tsx";
import { Draft } from "./Draft.tsx";
import { Feedback } from "./Feedback.tsx";
import { Sources } from "./Sources.tsx";

/** After the talk. */
export function Finished({ module }: { module: Module }) {
  const unsure = (progress(module.id)?.teachBack?.unsure ?? []).length > 0;
  return (
    <Page heading={_("Thank you for reading")} back={{ href: "/p/learn", words: _("Learn") }} places>
      <p>
        {unsure
          ? _("We see what you are unsure about, so that we can explain it better.")
          : _("You can read it again whenever you want, also without a network.")}
      </p>
      {unsure && <CallUs />}
      <Feedback module={module} />
      <Draft module={module} />
      <Sources module={module} />
    </Page>
  );
}
