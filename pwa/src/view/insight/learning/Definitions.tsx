import type { ComponentChildren } from "preact";
import type { Learning } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { untilWords } from "./modules.ts";

/** What is counted, what is hidden, and what the figures do not say. */
export function Definitions({ learning }: { learning: Learning }) {
  const { of, unit } = learning;
  const day = untilWords(learning);
  return (
    <section class="stack tight" aria-labelledby="learning-definitions">
      <h2 id="learning-definitions">{_("What the figures mean")}</h2>
      <dl class="definitions">
        <Meaning name={_("Offered")}>
          {_("Once for each stay: a member of staff pointed to it, or something that the patient ticked off leads to it. Whoever has just begun counts as not finished yet. Somebody who helps is a reader of their own.")}
        </Meaning>
        <Meaning name={_("Understood")}>
          {_("The first answers to the questions at the end that were right. A wrong answer says that we must explain better; nobody is graded. This, what is unclear, and where people stop is of the version that is offered now.")}
        </Meaning>
        <Meaning name={_("Useful")}>
          {_(
            "Told without a name, so never of one unit: of all of {organization}, to and with {day}. At least five are released together.",
            { organization: unit.organizationName || _("the house"), day },
          )}
        </Meaning>
        {of === "organization" && (
          <Meaning name={_("Until when")}>
            {_(
              "To and with {day}. What came later counts when the month is over: from one day to the next, the figures would tell what one person did. The figures of your own unit by itself are of now.",
              { day },
            )}
          </Meaning>
        )}
        <Meaning name={_("Hidden")}>
          {of === "unit"
            ? _("What people told about themselves is hidden for 1 to 4. What the unit did itself is shown whole.")
            : _("1 to 4 are hidden, also where they could be worked out from a sum or from your own unit's figures.")}
        </Meaning>
      </dl>
    </section>
  );
}

function Meaning({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
