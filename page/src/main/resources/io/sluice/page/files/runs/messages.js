/** The text of a message's content, which is a string or a list of parts. */
export function textOf(content) {
  if (typeof content === 'string') return content;
  return (content ?? [])
    .map((part) => part.text ?? `[${part.type === 'image_url' ? 'picture' : part.type}]`)
    .join('\n');
}

/** What was asked last. */
export function questionOf(messages) {
  return textOf(messages.findLast((message) => message.role === 'user')?.content);
}

/** The messages before the last question, without instructions to the model. */
export function withoutQuestion(messages) {
  const last = messages.findLastIndex((message) => message.role === 'user');
  return messages.slice(0, last).filter((message) => message.role !== 'system');
}

/** What was said up to the end of a run. Models refuse an answer without text, so that is left out. */
export function withAnswer({ messages, text }) {
  return text ? [...messages, { role: 'assistant', content: text }] : messages;
}
