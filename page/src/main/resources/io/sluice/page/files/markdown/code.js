/** A block of code that grows: its language and a button to copy it, above the text. */
export class CodeBlock {
  constructor(parent, language) {
    const label = language ? `Code, ${language}` : 'Code';
    const block = element('div', 'code');
    const head = element('div', 'code-head');
    const name = element('span');
    name.textContent = language || 'text';
    head.append(name, copyButton('Copy', () => this.text()));
    this.pre = element('pre');
    this.pre.tabIndex = 0;
    this.pre.setAttribute('role', 'group');
    this.pre.setAttribute('aria-label', label);
    this.content = document.createTextNode('');
    const code = element('code');
    code.append(this.content);
    this.pre.append(code);
    block.append(head, this.pre);
    parent.append(block);
  }

  write(text) {
    this.content.appendData(text);
  }

  text() {
    return this.content.data;
  }
}

/** A button that copies a text, and says so in its own place. */
export function copyButton(label, text) {
  const button = element('button', 'quiet');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', async () => {
    button.textContent = await copied(text());
    setTimeout(() => (button.textContent = label), 1500);
  });
  return button;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Not allowed';
  }
}

function element(tag, name) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  return made;
}
