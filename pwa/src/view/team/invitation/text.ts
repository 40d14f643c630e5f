import type { Language } from "../../../i18n/index.ts";

/** The paper speaks the patient's language, whatever the nurse's page speaks: whole texts, one for each language. */
export interface SheetText {
  readonly title: string;
  readonly why: readonly string[];
  readonly room: (room: string) => string;
  readonly scan: string;
  readonly how: readonly string[];
  readonly code: string;
  readonly type: (host: string) => string;
  readonly codeUntil: (time: string) => string;
  readonly linkUntil: (time: string) => string;
  readonly once: string;
  readonly birthDate: string;
  readonly noPhone: string;
  readonly wrong: string;
  readonly urgent: string;
  readonly blank: string;
  readonly blankHow: readonly string[];
  readonly several: string;
  readonly helped: string;
  readonly staffOnly: string;
}

export const SHEET: Readonly<Record<Language, SheetText>> = {
  nb: {
    title: "Hva er viktig for deg?",
    why: [
      "Vi som jobber her, vil gjerne vite hva som er viktig for deg. Da kan vi hjelpe deg bedre.",
      "Det er frivillig. Det du skriver, endrer ikke hvor god hjelp du får. Du kan si at noe ikke er bra.",
    ],
    room: (room) => `Rom ${room}`,
    scan: "Se på ruta med kameraet på telefonen",
    how: [
      "Åpne kameraet på telefonen og hold det over ruta. Trykk på lenka som kommer fram.",
      "Skriv fødselsdatoen din, så vet vi at det er deg.",
      "Svar på det du vil. Du kan hoppe over det du vil, og ta pauser.",
      "Trykk på Send når du er ferdig. På telefonen ser du når svaret er lest.",
    ],
    code: "Har du ikke kamera? Bruk koden",
    type: (host) => `Gå til ${host} og skriv koden.`,
    codeUntil: (time) => `Koden virker til ${time}.`,
    linkUntil: (time) => `Ruta virker til ${time}.`,
    once: "Arket kan brukes én gang. Trenger du et nytt, sier du fra til oss.",
    birthDate: "Noen du stoler på, kan hjelpe deg. De skriver hvem de er.",
    noPhone: "Vil du heller skrive på papir? Bruk skjemaet som følger med. Du kan også fortelle, så skriver vi.",
    wrong: "Er dette ikke ditt ark? Gi det tilbake til oss.",
    urgent:
      "Vi følger ikke med på svarene hele tida. Haster det, sier du fra til oss med en gang. Utenfor sykehuset ringer du 113 når det er fare for liv, og 116117 når det ikke kan vente.",
    blank: "Hva er viktig for deg?",
    blankHow: [
      "Skriv med egne ord. Du kan hoppe over det du vil.",
      "Gi skjemaet til en av oss når du er ferdig. Vi leser det og skriver det inn.",
    ],
    several: "Du kan krysse av for flere.",
    helped: "Har noen hjulpet deg å skrive? Hvem:",
    staffOnly: "Sett strek under det som bare helsepersonell skal se.",
  },
  nn: {
    title: "Kva er viktig for deg?",
    why: [
      "Vi som arbeider her, vil gjerne vite kva som er viktig for deg. Då kan vi hjelpe deg betre.",
      "Det er frivillig. Det du skriv, endrar ikkje kor god hjelp du får. Du kan seie at noko ikkje er bra.",
    ],
    room: (room) => `Rom ${room}`,
    scan: "Sjå på ruta med kameraet på telefonen",
    how: [
      "Opne kameraet på telefonen og hald det over ruta. Trykk på lenkja som kjem fram.",
      "Skriv fødselsdatoen din, så veit vi at det er deg.",
      "Svar på det du vil. Du kan hoppe over det du vil, og ta pausar.",
      "Trykk på Send når du er ferdig. På telefonen ser du når svaret er lese.",
    ],
    code: "Har du ikkje kamera? Bruk koden",
    type: (host) => `Gå til ${host} og skriv koden.`,
    codeUntil: (time) => `Koden verkar til ${time}.`,
    linkUntil: (time) => `Ruta verkar til ${time}.`,
    once: "Arket kan brukast éin gong. Treng du eit nytt, seier du frå til oss.",
    birthDate: "Nokon du stoler på, kan hjelpe deg. Dei skriv kven dei er.",
    noPhone: "Vil du heller skrive på papir? Bruk skjemaet som følgjer med. Du kan også fortelje, så skriv vi.",
    wrong: "Er dette ikkje ditt ark? Gi det tilbake til oss.",
    urgent:
      "Vi følgjer ikkje med på svara heile tida. Hastar det, seier du frå til oss med ein gong. Utanfor sjukehuset ringjer du 113 når det er fare for liv, og 116117 når det ikkje kan vente.",
    blank: "Kva er viktig for deg?",
    blankHow: [
      "Skriv med eigne ord. Du kan hoppe over det du vil.",
      "Gi skjemaet til ein av oss når du er ferdig. Vi les det og skriv det inn.",
    ],
    several: "Du kan krysse av for fleire.",
    helped: "Har nokon hjelpt deg å skrive? Kven:",
    staffOnly: "Set strek under det som berre helsepersonell skal sjå.",
  },
  en: {
    title: "What matters to you?",
    why: [
      "We who work here would like to know what matters to you. Then we can help you better.",
      "It is up to you. What you write does not change how well we care for you. You may say that something is not good.",
    ],
    room: (room) => `Room ${room}`,
    scan: "Point the camera of your phone at the square",
    how: [
      "Open the camera on your phone and hold it over the square. Press the link that shows up.",
      "Type your birth date, so that we know it is you.",
      "Answer what you like. You may skip what you like, and take breaks.",
      "Press Send when you have finished. Your phone shows when the answer has been read.",
    ],
    code: "No camera? Use the code",
    type: (host) => `Go to ${host} and type the code.`,
    codeUntil: (time) => `The code works until ${time}.`,
    linkUntil: (time) => `The square works until ${time}.`,
    once: "The sheet can be used once. Tell us if you need a new one.",
    birthDate: "Somebody you trust may help you. They write who they are.",
    noPhone:
      "Would you rather write on paper? Use the form that comes with this sheet. You may also tell us, and we write.",
    wrong: "Is this not your sheet? Give it back to us.",
    urgent:
      "We do not watch the answers all the time. If it is urgent, tell us at once. Outside the hospital call 113 when there is danger to life, and 116117 when it cannot wait.",
    blank: "What matters to you?",
    blankHow: [
      "Write in your own words. You may skip what you like.",
      "Give the form to one of us when you have finished. We read it and type it in.",
    ],
    several: "You may tick several.",
    helped: "Did somebody help you write? Who:",
    staffOnly: "Underline what only health personnel may see.",
  },
};
