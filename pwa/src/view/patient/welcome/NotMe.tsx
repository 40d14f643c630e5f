import { useSignal } from "@preact/signals";
import { _ } from "../../../i18n/index.ts";
import { ApiProblem, type Fault, request } from "../../../sync/api.ts";
import { Button } from "../../parts/Button.tsx";
import { Problem } from "../../parts/Problem.tsx";
import { Page } from "../Page.tsx";
import { keepSecret, secret } from "./secret.ts";

/** The wrong person got the invitation: it ends, and the ward is told. */
export function NotMe({ onBack }: { onBack: () => void }) {
  const problem = useSignal<Fault | "">("");
  const done = useSignal(false);

  async function refuse(): Promise<void> {
    try {
      await request("POST", "/api/invitations/refuse", { code: secret() });
      keepSecret("");
      done.value = true;
    } catch (error) {
      problem.value = error instanceof ApiProblem ? error.slug : "unexpected";
    }
  }

  if (done.value) {
    return (
      <Page heading={_("Thank you for telling us")}>
        <p>{_("The code has been stopped, and the ward knows. Nothing is kept on this phone. You can close this page.")}</p>
      </Page>
    );
  }
  return (
    <Page heading={_("Is this not for you?")} back={{ words: _("Back"), onClick: onBack }}>
      <p>{_("Then we stop the code and tell the ward that somebody else got it. You have not seen anything about anybody.")}</p>
      <Problem slug={problem.value} />
      <Button wide onClick={() => void refuse()}>
        {_("Stop the code")}
      </Button>
    </Page>
  );
}
