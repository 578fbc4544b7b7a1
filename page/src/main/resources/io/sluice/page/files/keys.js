/** Whether keys that an element gets are typed into it. */
export function isEditable(element) {
  return element.matches?.('input, textarea, select, [contenteditable]') ?? false;
}
