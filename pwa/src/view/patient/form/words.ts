import type { ResponseItem } from "../../../domain/wire.ts";
import { language } from "../../../i18n/index.ts";
import { saidWords } from "../../parts/answerWords.ts";

/** An answer as words: what was written, or the names of what was chosen. */
export const words = (item: ResponseItem): string => saidWords(item, undefined, language.value);
