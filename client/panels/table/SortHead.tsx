import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";

type Order<Column> = { column: Column; ascending: boolean };
type Props<Column> = {
  column: Column;
  /** `null` = the rows stand in an order of their own. */
  sorting: Order<Column> | null;
  sort: (sorting: Order<Column>) => void;
  /** Which way the column is sorted when it is pressed first. */
  ascendingFirst: boolean;
  children: ReactNode;
};

/** The head of a column: pressed, it sorts by it; pressed again, the other way. */
export function SortHead<Column extends string>(props: Props<Column>) {
  const { column, sorting, sort, ascendingFirst, children } = props;
  const mine = sorting?.column === column ? sorting : null;
  const Icon = mine?.ascending ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={mine ? (mine.ascending ? "ascending" : "descending") : "none"}>
      <button
        type="button"
        onClick={() => sort({ column, ascending: mine ? !mine.ascending : ascendingFirst })}
      >
        {children}
        {mine && <Icon size={13} aria-hidden />}
      </button>
    </th>
  );
}
