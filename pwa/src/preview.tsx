import { render } from "preact";
import { expectWords, preferred, setLanguage } from "./i18n/index.ts";
import { Preview } from "./view/preview/Preview.tsx";
import "./view/styles/all.ts";

/** The page of `viktig questionnaire preview`, built apart: no phone fetches anything of it. */
const root = document.getElementById("app");
expectWords("rest");
expectWords("team");
if (root) void setLanguage(preferred(navigator.languages)).then(() => render(<Preview />, root));
