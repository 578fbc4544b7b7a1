import { linkTo, safeAddress } from './links.js';

const TAGS = { '**': 'strong', __: 'strong', '*': 'em', _: 'em', '~~': 's' };
/** How much is held back until it is known whether it is a link. */
const LONGEST_LINK = 2_000;
const LINK = /^(!?)\[([^\]]*)\]\(<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+"[^"]*")?\)$/;
const LONGEST_START = ' https://'.length;
const ADDRESS_START = /(?:^|[\s(<])(https?:\/\/)$/;

/**
 * The text of one block, written into it character by character as it comes. Markup opens an
 * element at once; what is never closed becomes text again at the end. Nothing is parsed as HTML.
 */
export class Inline {
  /** @param {Element} block where the text goes */
  constructor(block) {
    this.open = [{ element: block }];
    this.plain = '';
    this.last = ' ';
    this.recent = '';
    this.run = '';
    this.held = '';
  }

  get here() {
    return this.open.at(-1).element;
  }

  /** Adds text without a line end; what cannot be decided yet is held back. */
  write(text) {
    for (const character of text) this.put(character);
    this.flush();
  }

  /** A line end within the block. */
  lineEnd() {
    this.settle();
    this.settleAddress(' ');
    if (/ {2}$|\\$/.test(this.tail()) && !this.code) {
      this.plain = this.plain.replace(/\\$/, '');
      this.flush();
      this.here.append(document.createElement('br'));
    } else {
      this.add(' ');
    }
    this.flush();
  }

  /** Ends the block: what was opened and not closed becomes text. */
  end() {
    this.settle();
    this.settleAddress(' ');
    this.flush();
    while (this.open.length > 1) this.unwrap();
  }

  /** Decides what was held back, for nothing more of the line comes. */
  settle() {
    this.settleRun(' ');
    if (this.held) this.release();
    this.settleRun(' ');
    if (this.escaped) this.unescape('');
  }

  put(character) {
    if (this.held) return this.hold(character);
    if (this.run && character !== this.run[0]) this.settleRun(character);
    if (this.escaped) return this.unescape(character);
    if (character === '`' || (!this.code && (character === '*' || character === '_' || character === '~'))) {
      this.run += character;
    } else if (this.code || this.inAddress()) {
      this.settleAddress(character);
      this.add(character);
    } else if (character === '\\') {
      this.escaped = true;
    } else if (character === '[' || character === '!') {
      this.flush();
      this.held = character;
    } else {
      this.add(character);
      this.startAddress();
    }
  }

  add(text) {
    this.plain += text;
    this.last = text.at(-1) ?? this.last;
    this.recent = (this.recent + text).slice(-LONGEST_START);
  }

  tail() {
    return this.plain || this.here.lastChild?.data || '';
  }

  flush() {
    if (!this.plain) return;
    const last = this.here.lastChild;
    if (last?.nodeType === Node.TEXT_NODE) last.appendData(this.plain);
    else this.here.append(this.plain);
    this.plain = '';
  }

  unescape(character) {
    this.escaped = false;
    this.add(/[!-/:-@[-`{-~]/.test(character) ? character : `\\${character}`);
  }

  /** A run of markup characters ends before `next`. */
  settleRun(next) {
    const run = this.run;
    if (!run) return;
    this.run = '';
    if (run[0] === '`') return this.codeMark(run);
    if (this.inAddress()) return this.add(run);
    for (const mark of marksOf(run, this.open.at(-1).mark)) this.emphasis(mark, next);
  }

  codeMark(run) {
    if (this.code === run) {
      this.flush();
      this.open.pop();
      this.code = undefined;
      this.last = '`';
    } else if (this.code) {
      this.add(run);
    } else {
      this.settleAddress('`');
      this.enter('code', run);
      this.code = run;
    }
  }

  emphasis(mark, next) {
    const within = mark[0] === '_';
    const closes = !/\s/.test(this.last) && !(within && /[\p{L}\p{N}]/u.test(next));
    const at = this.open.findLastIndex((each) => each.mark === mark);
    if (closes && at > 0) {
      this.flush();
      while (this.open.length > at + 1) this.unwrap();
      this.open.pop();
      this.last = mark[0];
    } else if (TAGS[mark] && !/\s/.test(next) && !(within && /[\p{L}\p{N}]/u.test(this.last)) && this.open.length < 12) {
      this.enter(TAGS[mark], mark);
    } else {
      this.add(mark);
    }
  }

  enter(tag, mark) {
    this.flush();
    const element = document.createElement(tag);
    this.here.append(element);
    this.open.push({ element, mark });
  }

  /** Gives the content of an element that was never closed to its parent. */
  unwrap() {
    this.flush();
    const { element, mark } = this.open.pop();
    if (mark === this.code) this.code = undefined;
    element.replaceWith(mark, ...element.childNodes);
    this.here.normalize();
  }

  /** Holds what may become a link until it is one, or can be none. */
  hold(character) {
    const grown = this.held + character;
    if (character === '[' && this.held !== '!') {
      this.release();
      this.held = character;
      return;
    }
    const isLink = /^!?\[[^\]]*(\](\(.*)?)?$/.test(grown) && grown.length < LONGEST_LINK;
    if (!isLink) {
      this.release();
      this.put(character);
      return;
    }
    this.held = grown;
    if (character === ')' && LINK.test(grown)) this.link(grown.match(LINK));
    else if (character === ')' && balanced(grown)) this.release();
  }

  release() {
    const text = this.held;
    this.held = '';
    const inner = text.startsWith('![') ? 2 : 1;
    this.add(text.slice(0, inner));
    for (const character of text.slice(inner)) this.putPlain(character);
  }

  /** Markup in what was held back counts, but nothing is held back twice. */
  putPlain(character) {
    if (character === '[' || character === '!') {
      this.settleRun(character);
      this.add(character);
    } else {
      this.put(character);
    }
  }

  /** A picture is only named, never fetched: that would tell its server of this answer. */
  link([all, picture, label, target]) {
    this.held = '';
    const address = safeAddress(target);
    if (!address) {
      this.add(all);
      return;
    }
    const link = linkTo(address);
    const inner = new Inline(link);
    inner.inLink = true;
    inner.write((picture && 'picture: ') + (label || address));
    inner.end();
    this.here.append(link);
    this.last = ')';
  }

  inAddress() {
    return this.address !== undefined;
  }

  startAddress() {
    if (this.last !== '/' || this.inLink) return;
    const found = ADDRESS_START.exec(this.recent);
    if (!found) return;
    this.flush();
    const text = this.here.lastChild;
    if (!text.data?.endsWith(found[1])) return;
    text.deleteData(text.length - found[1].length, found[1].length);
    this.address = linkTo('about:blank');
    this.here.append(this.address);
    this.open.push({ element: this.address, mark: '' });
    this.plain = found[1];
  }

  /** An address that stands in the text ends before a space, a quote or a bracket. */
  settleAddress(next) {
    if (!this.inAddress() || !/[\s"'<>)\]`|]/.test(next)) return;
    this.flush();
    const link = this.address;
    this.address = undefined;
    this.open.pop();
    const end = link.textContent.match(/[.,:;!?*_~]*$/)[0];
    const address = safeAddress(link.textContent.slice(0, link.textContent.length - end.length));
    if (!address) {
      link.replaceWith(link.textContent);
      return;
    }
    link.firstChild.deleteData(link.textContent.length - end.length, end.length);
    link.href = address;
    link.title = address;
    this.add(end);
  }
}

/** `***` opens or closes two elements, the inner one first if it closes. */
function marksOf(run, inner) {
  if (run[0] === '~' || run.length !== 3) return [run];
  const marks = [run.slice(0, 2), run[0]];
  return inner === run[0] ? marks.reverse() : marks;
}

function balanced(text) {
  const rest = text.slice(text.indexOf(']') + 1);
  return rest.split('(').length === rest.split(')').length;
}
