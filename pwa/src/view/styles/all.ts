import "./look.css";
import "./parts.css";
import "./patient.css";
import "./cover.css";
