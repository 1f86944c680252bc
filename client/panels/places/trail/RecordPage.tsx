import { useState } from "react";
import { questions, useAnswer } from "../../../api.ts";
import { useWords } from "../../../useWords.ts";
import { ErrorCard } from "../../frame/ErrorCard.tsx";
import { Waiting } from "../../frame/Waiting.tsx";
import { RecordRows } from "./RecordRows.tsx";
import type { Sought } from "./seek.ts";
import { Verified } from "./Verified.tsx";

type Props = { sought: Sought; before: number | null; timeZone: string };

/** Some entries of the record, and those before them once they are asked for. */
export function RecordPage({ sought, before, timeZone }: Props) {
  const { t } = useWords();
  const [older, askOlder] = useState(false);
  const { data, problem, retry } = useAnswer(questions.audit(before, sought));
  const last = data?.entries.at(-1);
  const rows = data?.entries ?? [];
  return (
    <>
      <Waiting busy={!data && !problem} />
      {problem && <ErrorCard problem={problem} retry={retry} kept={data !== null} />}
      {data?.verified && <Verified verified={data.verified} />}
      {data && rows.length === 0 && (
        <p className="note">{t(sought.login || sought.kind ? "trail.none" : "trail.empty")}</p>
      )}
      {rows.length > 0 && <RecordRows rows={rows} timeZone={timeZone} />}
      {data?.more && last && !older && (
        <p>
          <button type="button" className="action" onClick={() => askOlder(true)}>
            {t("trail.older")}
          </button>
        </p>
      )}
      {data?.more && last && older && <RecordPage sought={sought} before={last.seq} timeZone={timeZone} />}
    </>
  );
}
