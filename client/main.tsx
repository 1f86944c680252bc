import "@fontsource/titillium-web/latin-400.css";
import "@fontsource/titillium-web/latin-400-italic.css";
import "@fontsource/titillium-web/latin-600.css";
import "@fontsource/titillium-web/latin-700.css";
import "@fontsource/titillium-web/latin-ext-400.css";
import "@fontsource/titillium-web/latin-ext-400-italic.css";
import "@fontsource/titillium-web/latin-ext-600.css";
import "@fontsource/titillium-web/latin-ext-700.css";
import "./css/theme.css";
import "./css/base.css";
import "./css/fields.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { Broken } from "./panels/frame/Broken.tsx";
import { readView } from "./view.ts";
import { preferredLang, startWords } from "./words.ts";

await startWords(readView().lang ?? preferredLang(navigator.languages));

const page = document.getElementById("root");
if (!page) throw new Error("index.html has no #root");
createRoot(page).render(
  <StrictMode>
    <Broken>
      <App />
    </Broken>
  </StrictMode>,
);
