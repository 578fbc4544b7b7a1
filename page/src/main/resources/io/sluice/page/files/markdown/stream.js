import { CodeBlock } from './code.js';
import { Inline } from './inline.js';
import { closesFence, fenceIn, headingIn, isUndecided, itemIn, ruleIn, separatesTable } from './lines.js';
import { Table } from './table.js';

/** Deeper quotes and lists are text: a thousand of them would only stop the browser. */
const DEEPEST = 12;
/** The first heading of an answer stands below those of the page, and none leaves a level out. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

/**
 * Markdown that is shown while it comes. Nodes are only added, but for markup that is never
 * closed. Tags are text, pictures are links, and links lead to http, https and mailto alone.
 */
export class MarkdownStream {
  /** @param {Element} root an empty element */
  constructor(root) {
    /** What the present line may stand in: `{kind: 'root'|'quote'|'item', element, width}`. */
    this.stack = [{ kind: 'root', element: root }];
    this.head = '';
    this.flowing = false;
  }

  /** Adds a piece, which may end anywhere. */
  write(piece) {
    let from = 0;
    while (from < piece.length) {
      const end = piece.indexOf('\n', from);
      this.part(piece.slice(from, end < 0 ? piece.length : end).replaceAll('\r', ''));
      if (end < 0) return;
      this.lineEnd();
      from = end + 1;
    }
  }

  /** Shows what was held back, and closes everything. */
  end() {
    if (this.head && !this.flowing) this.line(this.head, true);
    this.closeBlock();
    this.stack.length = 1;
  }

  part(text) {
    if (this.flowing) {
      this.flow(text);
      return;
    }
    this.head += text;
    this.line(this.head, false);
  }

  lineEnd() {
    if (this.flowing) {
      this.flowing = false;
      this.finishLine();
    } else {
      this.line(this.head, true);
    }
    this.head = '';
  }

  /** Text of a line whose kind is known. */
  flow(text) {
    if (this.code) this.code.write(text);
    else this.inline.write(text);
  }

  finishLine() {
    if (this.code) this.code.write('\n');
    else if (this.heading) this.closeBlock();
    else this.atLineEnd = true;
  }

  /** Decides what a line is as soon as that can be known. */
  line(head, complete) {
    const { depth, rest } = this.matched(head);
    if (this.code) return this.codeLine(depth, rest, complete);
    if (!complete && (isUndecided(rest) || /^ *>$/.test(rest))) return;
    if (rest.trim() === '') return this.blank(depth);
    this.start(depth, rest, complete);
  }

  /** How many of the open containers the line continues, and what is left of it. */
  matched(head) {
    let rest = head;
    let depth = 1;
    for (; depth < this.stack.length; depth++) {
      const container = this.stack[depth];
      const quote = /^ {0,3}> ?/.exec(rest);
      const indent = rest.search(/\S|$/);
      if (container.kind === 'quote' && quote) rest = rest.slice(quote[0].length);
      else if (container.kind === 'item' && (indent >= container.width || rest.trim() === '')) {
        rest = rest.slice(Math.min(indent, container.width));
      } else break;
    }
    return { depth, rest };
  }

  codeLine(depth, rest, complete) {
    if (depth < this.codeDepth) {
      if (rest.trim() === '' && !complete) return undefined;
      this.closeBlock();
      return this.line(this.head, complete);
    }
    const mayClose = /^ {0,3}[`~]*\s*$/.test(rest) && (rest.trim() === '' || rest.trim()[0] === this.fence[0]);
    if (!complete && mayClose) return undefined;
    if (complete && closesFence(rest, this.fence)) return this.closeBlock();
    this.code.write(rest.slice(Math.min(this.codeIndent, rest.search(/\S|$/))));
    if (complete) this.code.write('\n');
    else this.flowing = true;
    return undefined;
  }

  blank(depth) {
    if (this.table || this.inline) this.closeBlock();
    const open = this.stack.findIndex((container, at) => at >= depth && container.kind === 'quote');
    if (open > 0) this.shrink(open);
    this.afterBlank = true;
  }

  start(depth, rest, complete) {
    const nested = this.containersOf(rest);
    const begins = nested.length > 0 || this.beginsBlock(this.contentOf(nested, rest));
    if (this.inline && !this.heading && !begins && !this.afterBlank) {
      return this.goOn(rest, complete);
    }
    if (this.table && (begins || depth < this.tableDepth || !rest.trim().startsWith('|'))) this.closeBlock();
    if (this.table) return complete ? this.table.add(rest) : undefined;
    const content = this.contentOf(nested, rest);
    if (!complete && isUndecided(content)) return undefined;
    this.closeBlock();
    this.shrink(depth);
    nested.forEach((container) => this.enter(container));
    this.afterBlank = false;
    return this.block(content, complete);
  }

  /** The next line of a paragraph. A line that separates a table turns the paragraph into its head. */
  goOn(rest, complete) {
    if (this.rowHeld !== undefined) {
      if (complete && separatesTable(rest)) return this.beginTable(rest);
      if (!complete && /^ *\|/.test(rest)) return undefined;
      this.inline.write(this.rowHeld);
      this.rowHeld = undefined;
    }
    this.inline.lineEnd();
    this.inline.write(rest.trimStart());
    if (!complete) this.flowing = true;
    return undefined;
  }

  beginTable(separator) {
    const { element } = this.stack.at(-1);
    const head = this.rowHeld;
    this.paragraph.remove();
    this.inline = undefined;
    this.rowHeld = undefined;
    this.table = new Table(element, head, separator);
    this.tableDepth = this.stack.length;
  }

  beginsBlock(rest) {
    return ruleIn(rest) || headingIn(rest) !== null || fenceIn(rest) !== null;
  }

  /** The quotes and items that a line opens. */
  containersOf(rest) {
    const found = [];
    let left = rest;
    while (this.stack.length + found.length <= DEEPEST) {
      const quote = /^ {0,3}> ?/.exec(left);
      const item = !ruleIn(left) && itemIn(left);
      if (quote) {
        left = left.slice(quote[0].length);
        found.push({ kind: 'quote', left });
      } else if (item && !(this.inline && !this.afterBlank && item.ordered && item.start !== 1 && !this.inList())) {
        left = item.rest;
        found.push({ kind: 'item', left, ...item });
      } else break;
    }
    return found;
  }

  inList() {
    return this.stack.some((container) => container.kind === 'item');
  }

  contentOf(nested, rest) {
    return nested.length ? nested.at(-1).left : rest;
  }

  enter(container) {
    const parent = this.stack.at(-1);
    if (container.kind === 'quote') {
      parent.list = undefined;
      this.push(container, add(parent.element, 'blockquote'));
      return;
    }
    const tag = container.ordered ? 'ol' : 'ul';
    if (parent.list?.localName !== tag) {
      parent.list = add(parent.element, tag);
      if (container.ordered && container.start !== 1) parent.list.start = container.start;
    }
    this.push(container, add(parent.list, 'li'));
  }

  push({ kind, width }, element) {
    this.stack.push({ kind, width, element });
  }

  shrink(depth) {
    this.stack.length = Math.min(this.stack.length, depth);
  }

  block(rest, complete) {
    const parent = this.stack.at(-1);
    const heading = headingIn(rest);
    const fence = complete ? fenceIn(rest) : undefined;
    if (rest.trim() === '') return;
    parent.list = undefined;
    if (complete && ruleIn(rest)) {
      add(parent.element, 'hr');
    } else if (fence) {
      this.code = new CodeBlock(parent.element, fence.language);
      this.fence = fence.fence;
      this.codeIndent = fence.indent;
      this.codeDepth = this.stack.length;
    } else if (heading) {
      this.heading = true;
      this.begin(add(parent.element, `h${this.levelOf(heading)}`), heading.rest, complete);
      if (complete) this.closeBlock();
    } else {
      this.startParagraph(parent, rest, complete);
    }
  }

  levelOf({ level }) {
    this.firstLevel ??= level;
    const wanted = FIRST_HEADING + Math.max(0, level - this.firstLevel);
    this.lastLevel = Math.min(wanted, (this.lastLevel ?? FIRST_HEADING - 1) + 1, LAST_HEADING);
    return this.lastLevel;
  }

  startParagraph(parent, rest, complete) {
    const task = parent.kind === 'item' && /^\[([ xX])\] (.*)$/s.exec(rest);
    this.paragraph = add(parent.element, 'p');
    if (task) this.paragraph.append(task[1] === ' ' ? '☐ ' : '☑ ');
    const isRow = complete && /^ *\|/.test(rest);
    this.begin(this.paragraph, isRow ? '' : (task ? task[2] : rest.trimStart()), complete);
    if (isRow) this.rowHeld = rest;
  }

  begin(element, text, complete) {
    this.inline = new Inline(element);
    this.inline.write(text);
    if (!complete) this.flowing = true;
  }

  closeBlock() {
    if (this.rowHeld !== undefined) this.inline.write(this.rowHeld);
    this.inline?.end();
    this.inline = undefined;
    this.heading = false;
    this.code = undefined;
    this.table = undefined;
    this.rowHeld = undefined;
  }
}

function add(parent, tag) {
  const element = document.createElement(tag);
  parent.append(element);
  return element;
}
