import { afterEach, beforeEach, expect, test } from "vitest";
import { setLanguage } from "../../i18n/index.ts";
import { close, heading, press, show, text } from "../patient/hands.ts";
import { Head } from "./Head.tsx";

const before = URL.createObjectURL;
const saved: Blob[] = [];

beforeEach(() => {
  setLanguage("en");
  saved.length = 0;
  URL.createObjectURL = (file) => `blob:${saved.push(file as Blob)}`;
});
afterEach(async () => {
  URL.createObjectURL = before;
  await close();
});

test("a page of figures says what they are, and is saved as the rows it shows", async () => {
  await show(
    <Head title="Figures, Medisin 2" file={{ name: "medisin-2", rows: () => "unit;month" }}>
      The last 12 months
    </Head>,
  );
  expect(heading()).toBe("Figures, Medisin 2");
  expect(text()).toContain("The last 12 months");
  await press("Download as CSV");
  expect(await Promise.all(saved.map((file) => file.text()))).toEqual(["unit;month"]);
});

test("figures without a file are printed, and nothing else", async () => {
  await show(<Head title="Going home safely">All the modules</Head>);
  expect([...document.querySelectorAll("button")].map((each) => each.textContent?.trim())).toEqual(["Print"]);
});
