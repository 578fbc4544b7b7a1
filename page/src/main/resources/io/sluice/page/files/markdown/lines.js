/** What a line of Markdown begins with. All of it works on the beginning that has come so far. */

/** Whether more of the line is needed before its kind is known. */
export function isUndecided(head) {
  return (
    /^ *$/.test(head) ||
    /^ *#{1,6}$/.test(head) ||
    /^ *(?:[-*+]|([-*_])(?: *\1)+) *$/.test(head) ||
    /^ *\d{1,9}[.)]?$/.test(head) ||
    /^ *\[[ xX]?\]?$/.test(head) ||
    /^ *\|/.test(head) ||
    (/^ *(?:`+|~+)[^`]{0,60}$/.test(head) && isFenceLike(head))
  );
}

/** One or two backticks are code in the text; three are a fence, whose line must be complete. */
function isFenceLike(head) {
  const mark = head.trimStart();
  return /^(`{1,2}|~{1,2})$/.test(mark) || /^(```|~~~)/.test(mark);
}

export function ruleIn(line) {
  return /^ {0,3}([-*_])(?: *\1){2,} *$/.test(line);
}

/** `{level, rest}` of a heading; undefined if the line is none. */
export function headingIn(line) {
  const found = /^ {0,3}(#{1,6})(?: +(.*)|)$/s.exec(line);
  return found && { level: found[1].length, rest: found[2] ?? '' };
}

/** `{fence, indent, language}` of the line that opens code. */
export function fenceIn(line) {
  const found = /^( *)(`{3,}|~{3,})([^`]*)$/.exec(line);
  return found && { fence: found[2], indent: found[1].length, language: found[3].trim().split(/\s/)[0] };
}

export function closesFence(line, fence) {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence[0].repeat(mark.length) && line.search(/\S/) < 4;
}

/** `{ordered, start, width, rest}` of an item; its content stands `width` characters in. */
export function itemIn(line) {
  const found = /^( *)([-*+]|(\d{1,9})[.)])(?:( +)(.*)|)$/s.exec(line);
  if (!found) return undefined;
  const spaces = found[4] === undefined || found[4].length > 4 ? 1 : found[4].length;
  return {
    ordered: found[3] !== undefined,
    start: Number(found[3] ?? 0),
    indent: found[1].length,
    width: found[1].length + found[2].length + spaces,
    rest: (found[4] ?? '').slice(spaces) + (found[5] ?? ''),
  };
}

/** The cells of a row of a table. */
export function cellsIn(line) {
  const inner = line.trim().replace(/^\|/, '').replace(/(^|[^\\])\|$/, '$1');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

export function separatesTable(line) {
  return /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/.test(line) && line.includes('|');
}
