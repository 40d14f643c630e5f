import type { VisitQuestion } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { stay } from "../../../store/documents.ts";
import { listed } from "../../../store/entries.ts";
import { WordsField } from "../../parts/Field.tsx";
import { Differing } from "./Differing.tsx";
import { EntryPage } from "./EntryPage.tsx";
import { tooLong, WORDS_MOST } from "./limits.tsx";
import { useWriting } from "./useWriting.ts";
import { fieldWords } from "./words.ts";

/** One question: other words, and what was answered. */
export function QuestionPage({ id }: { id: string }) {
  const now = listed(id);
  const pen = useWriting<VisitQuestion>(id, { resourceType: "VisitQuestion", encounter: stay.value?.id ?? "", text: "" });
  const { text = "", answer = "", answered } = pen.entry;
  const before = now?.entry.resourceType === "VisitQuestion" ? now.entry.text : "";
  return (
    <EntryPage
      heading={_("Your question")}
      to="questions"
      back={_("Questions")}
      pen={pen}
      document={id}
      words={before}
      faults={[tooLong(text, WORDS_MOST), tooLong(answer, WORDS_MOST)]}
      missing={text.trim() ? "" : _("Write the question first.")}
      // Other words are another question: it waits for an answer again.
      change={answered && text !== before ? { answered: false } : {}}
    >
      {now && <Differing listed={now} />}
      <WordsField label={fieldWords("text")} fault={tooLong(text, WORDS_MOST)} value={text} onValue={(text) => pen.write({ text })} />
      {(answered || answer) && (
        <WordsField
          label={fieldWords("answer")}
          hint={_("In your own words, so that you can find it again.")}
          fault={tooLong(answer, WORDS_MOST)}
          value={answer}
          onValue={(answer) => pen.write({ answer })}
        />
      )}
    </EntryPage>
  );
}
