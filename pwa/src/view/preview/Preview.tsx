import { Alone } from "./Alone.tsx";
import { Frames } from "./Frames.tsx";
import { watched } from "./written.ts";
import "./preview.css";

const written = watched();

/** A form alone: for whoever writes it, at two widths, with what it would send. Its own words are the form's. */
export function Preview() {
  if (!written.value) return null;
  return location.pathname === "/preview/form" ? <Alone written={written.value} /> : <Frames written={written.value} />;
}
