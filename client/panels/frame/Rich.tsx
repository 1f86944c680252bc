/** A sentence whose facts stand between <b> and </b>: text only, never markup from outside. */
export function Rich({ text }: { text: string }) {
  const [plain, ...facts] = text.split("<b>");
  let at = 0;
  return [
    plain,
    ...facts.map((part) => {
      const [fact, rest] = part.split("</b>");
      at += part.length;
      return (
        <span key={at}>
          <b>{fact}</b>
          {rest}
        </span>
      );
    }),
  ];
}
