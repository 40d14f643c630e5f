import { _ } from "../../i18n/index.ts";
import { type Holder, people } from "../../store/device.ts";
import { here } from "../../store/here.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Page } from "./Page.tsx";
import { go } from "./route.ts";
import { enter } from "./welcome/join.ts";
import { LanguageRow } from "./welcome/Languages.tsx";

/** Several people on one phone, each with their own things. */
export function People() {
  const choose = (holder: Holder) => async (): Promise<void> => {
    await enter(holder);
    go("/p");
  };
  return (
    <Page heading={_("Who is here?")} {...(here.value && { back: { href: "/p/me", words: _("Me") } })}>
      <LanguageRow />
      <div class="stack tight">
        {people.value.map((holder) => (
          <Button wide kind="second" key={holder.shelf} onClick={choose(holder)}>
            {holder.person.role === "related"
              ? _("{helper}, who helps {name}", { helper: holder.person.name, name: holder.given })
              : holder.given}
          </Button>
        ))}
      </div>
      <ButtonLink wide kind="plain" icon="plus" href="/i">
        {_("Somebody else, with a code")}
      </ButtonLink>
    </Page>
  );
}
