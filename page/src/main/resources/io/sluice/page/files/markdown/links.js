/** The address of a link that may be followed; undefined for any other, which stays text. */
export function safeAddress(text) {
  try {
    const address = new URL(text);
    return ['http:', 'https:', 'mailto:'].includes(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** A link that says nothing of this page to where it leads. */
export function linkTo(address) {
  const link = document.createElement('a');
  link.href = address;
  link.rel = 'noopener noreferrer nofollow';
  link.target = '_blank';
  link.title = address;
  return link;
}
