import { isShown, spotOf } from "../../../domain/questionnaire/screens.ts";
import { Answer } from "./Answer.tsx";
import { type Drawn, isPlain, useMore } from "./more.ts";

/** Parts of a form below each other. */
export function Parts(drawn: Drawn) {
  const shown = drawn.places.filter(isShown);
  if (!shown.every(({ node }) => isPlain(node))) return <Others {...drawn} />;
  return (
    <>
      {shown.map((place) => (
        <Answer key={spotOf(place)} on={drawn.on} place={place} titled={drawn.titled} />
      ))}
    </>
  );
}

function Others(drawn: Drawn) {
  const found = useMore(true);
  return found && <found.Parts {...drawn} />;
}
