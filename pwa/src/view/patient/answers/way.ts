import type { FormForStay, Task } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { sentVersions } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";
import { anyReview, type Journey } from "../../../store/journey.ts";
import { helped } from "../../../store/marks.ts";
import type { Step } from "../../parts/Way.tsx";
import { firm } from "../lasting.ts";
import { now } from "../now.ts";
import { staffNamed } from "../staff.ts";
import { receivedThere } from "../where.ts";
import { whole } from "../Urgent.tsx";
import { helping } from "../form/WhoSaid.tsx";
import { asksForHelp } from "./helping.ts";

type Reading = Pick<Journey, "received" | "review">;

/** The way of one answer, from the phone to what came of it. */
export function wayOf(journey: Journey): Step[] {
  const saved: Step = { words: written(), time: at(journey.saved) };
  if (!journey.sent) return [saved, { words: _("Not sent yet"), open: true }];
  return [saved, ...reading(journey), ...journey.tasks.flatMap(task)];
}

/** The way of the whole form, shown right after Send. */
export function wayOfForm(form: FormForStay): Step[] {
  const sent = [...sentVersions(form.shared), ...sentVersions(form.staff)];
  const newest = sent.map(({ recorded }) => recorded).sort().at(-1) ?? "";
  const received = sent.every((held) => held.received) ? sent.map((held) => held.received).sort().at(-1) : "";
  const review = anyReview(form);
  const known: Reading = { received: received ?? "", ...(review && { review }) };
  return [{ words: written(), time: at(newest) }, ...reading(known)];
}

const written = (): string => (firm.value ? _("Saved on the phone") : _("Written, not saved on the phone"));

function reading({ received, review }: Reading): Step[] {
  const unit = stay.value?.unit.name ?? "";
  const phone = stay.value?.unit.phone;
  if (!received) return [{ words: _("On its way to {unit}. It is sent by itself when there is a network.", { unit }), open: true }];
  const here: Step = { words: receivedThere(), time: at(received) };
  if (review) {
    const who = staffNamed(review.by, review.title);
    const words = review.together ? readTogether(who) : _("Read by {who}", { who });
    return [here, { words, time: at(review.at) }];
  }
  const words = phone ? _("Not read yet. Call {phone} if you need an answer.", { phone: whole(phone) }) : _("Not read yet.");
  return [here, { words, open: true }];
}

const readTogether = (who: string): string =>
  helping()
    ? _("Read by {who}, together with {name}", { who, name: stay.value?.given ?? "" })
    : _("Read by {who}, together with you", { who });

function task(one: Task): Step[] {
  const what = one.description;
  const step: Step =
    one.outcome === "cannot"
      ? { words: _("This we cannot do: {what}", { what }), time: at(one.madeAt) }
      : { words: _("This is what we do: {what}", { what }), time: at(one.madeAt) };
  if (!asksForHelp(one) || helping()) return [step];
  return [step, { words: helpedWords(helped(one.id)?.helped), open: !helped(one.id) }];
}

export function helpedWords(answer: string | undefined): string {
  switch (answer) {
    case "yes":
      return _("You say that it helps");
    case "little":
      return _("You say that it helps a little");
    case "no":
      return _("You say that it does not help");
    case "unknown":
      return _("You do not know yet whether it helps");
    default:
      return _("Does it help? We ask you.");
  }
}

const at = (time: string): string => (time ? when(time, now.value) : "");
