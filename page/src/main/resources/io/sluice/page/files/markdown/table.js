import { Inline } from './inline.js';
import { cellsIn } from './lines.js';

/** A table that grows row by row. */
export class Table {
  constructor(parent, head, separator) {
    const frame = document.createElement('div');
    frame.className = 'table';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', 'Table');
    const table = document.createElement('table');
    this.columns = cellsIn(head).length;
    this.ends = cellsIn(separator).map((cell) => cell.endsWith(':'));
    this.row(table.createTHead(), head, 'th');
    this.body = table.createTBody();
    frame.append(table);
    parent.append(frame);
  }

  add(line) {
    this.row(this.body, line, 'td');
    this.numbers(cellsIn(line));
  }

  row(part, line, tag) {
    const row = part.insertRow();
    const cells = cellsIn(line);
    for (let column = 0; column < this.columns; column++) {
      const cell = document.createElement(tag);
      if (tag === 'th') cell.scope = 'col';
      if (this.ends[column]) cell.classList.add('end');
      const inline = new Inline(cell);
      inline.write(cells[column] ?? '');
      inline.end();
      row.append(cell);
    }
  }

  /** A column of numbers alone stands to the right. */
  numbers(cells) {
    this.numeric ??= cells.map(() => true);
    cells.forEach((cell, column) => {
      this.numeric[column] &&= cell === '' || /^[-+~≈<>]?[$€£]?\d[\d.,\s]*\s?(%|[a-zµ×]{1,4}(\/s)?)?$/i.test(cell);
    });
    for (const row of this.body.parentNode.rows) {
      [...row.cells].forEach((cell, column) => cell.classList.toggle('end', this.ends[column] || this.numeric[column]));
    }
  }
}
