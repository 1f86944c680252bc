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
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { Broken } from "./panels/frame/Broken.tsx";
import { readView } from "./view.ts";
import { startWords } from "./words.ts";

const preferred = navigator.languages.find((tag) => /^(it|en)\b/.test(tag))?.slice(0, 2);
await startWords(readView().lang ?? (preferred === "en" ? "en" : "it"));

const page = document.getElementById("root");
if (!page) throw new Error("index.html has no #root");
createRoot(page).render(
  <StrictMode>
    <Broken>
      <App />
    </Broken>
  </StrictMode>,
);
