import { Learn } from "./Learn.tsx";
import { ModulePage } from "./ModulePage.tsx";
import { END } from "./Reader.tsx";
import "./learn.css";

/** The pages below /p/learn: what there is, or one module, perhaps at one of its screens or at its end. */
export function LearnPages({ id, screen }: { id: string; screen: string }) {
  return id ? <ModulePage key={id} id={id} screen={screen === "end" ? END : Number.parseInt(screen, 10)} /> : <Learn />;
}
