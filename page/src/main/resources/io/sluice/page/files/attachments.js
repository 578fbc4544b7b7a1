/**
 * Files that go along with a question. Pictures become parts of the message, texts are put below
 * the question in a block of code.
 */
const LARGEST_TEXT = 200_000;

/** @returns {Promise<{name: string, part?: object, text?: string}>} */
export async function attach(file, largest) {
  if (file.type.startsWith('image/')) {
    if (file.size * 1.4 > largest) throw new Error(`${file.name} is larger than the server takes; use a smaller picture.`);
    return { name: file.name, part: { type: 'image_url', image_url: { url: await dataUrl(file) } } };
  }
  if (file.size > LARGEST_TEXT) throw new Error(`${file.name} has more than 200 kB; paste the part that matters.`);
  const text = await file.text();
  if (text.includes('\0')) throw new Error(`${file.name} is neither a picture nor text; only these can be asked about.`);
  return { name: file.name, text };
}

/** What is sent for a question with files: a string, or a list of parts if there is a picture. */
export function contentOf(question, files) {
  const texts = files.filter((file) => file.text !== undefined);
  const whole = [question, ...texts.map(({ name, text }) => `${name}:\n\n${fenced(text)}`)].join('\n\n');
  const pictures = files.filter((file) => file.part).map((file) => file.part);
  return pictures.length ? [{ type: 'text', text: whole }, ...pictures] : whole;
}

function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function dataUrl(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
}
