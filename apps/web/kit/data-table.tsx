import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  id: string;
  name: string;
  cell: (row: Row) => ReactNode;
  /** The order to offer, by the name the list's `sort` parameter uses. */
  sortable?: boolean;
  align?: 'end';
}

export interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

interface DataTableProps<Row> {
  /** What the table holds, for those who do not see what is around it. */
  caption: string;
  /** The first column names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

/** A real table. On a narrow screen each row becomes a card, still a table to a screen reader: hence the explicit roles. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  return (
    <div className="data-table-frame">
      {sort && onSort && <SortChoice columns={columns} sort={sort} onSort={onSort} />}
      <table className="data-table" role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((column, position) =>
                position === 0 ? (
                  <th role="rowheader" scope="row" key={column.id}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td role="cell" key={column.id} data-name={column.name} className={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnHeadProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function ColumnHead<Row>({ column, sort, onSort }: ColumnHeadProps<Row>) {
  const direction = sort?.by === column.id ? sort.direction : undefined;
  const order = direction && (direction === 'asc' ? 'ascending' : 'descending');
  return (
    <th role="columnheader" scope="col" aria-sort={order} className={column.align}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort-button"
          onClick={() => onSort({ by: column.id, direction: direction === 'asc' ? 'desc' : 'asc' })}
        >
          {column.name}
          <Icon name={direction === 'asc' ? 'up' : direction === 'desc' ? 'down' : 'sort'} />
        </button>
      ) : (
        column.name
      )}
    </th>
  );
}

/** The same orders as the column heads, for the narrow screen, where there are no heads. */
function SortChoice<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: Column<Row>[];
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const orders = columns
    .filter(({ sortable }) => sortable)
    .flatMap(({ id, name }) => [
      { value: `${id} asc`, name: `${name}, stigande` },
      { value: `${id} desc`, name: `${name}, fallande` },
    ]);
  return (
    <label className="sort-choice">
      Ordning
      <select
        className="input"
        value={`${sort.by} ${sort.direction}`}
        onChange={(event) => {
          const [by, direction] = event.target.value.split(' ');
          onSort({ by: by!, direction: direction === 'desc' ? 'desc' : 'asc' });
        }}
      >
        {orders.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
