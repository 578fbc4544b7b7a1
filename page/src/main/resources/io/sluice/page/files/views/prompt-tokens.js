import { html, useEffect, useRef, useState } from '../html.js';
import { api } from '../api.js';
import { contentOf } from '../attachments.js';
import { count } from '../runs/figures.js';

const PAUSE_MS = 300;

/** A longer request is not sent to be counted. */
const LONGEST = 1_000_000;

/** How many tokens would be sent with what stands in the prompt, told when typing pauses. */
export function PromptTokens({ store }) {
  const [counted, setCounted] = useState();
  const latest = useRef(0);
  const { draft, files, runs, choice } = store;
  const isLive = store.live.length > 0;
  useEffect(() => {
    const mine = ++latest.current;
    if (!draft.trim() || isLive || !choice.model) return setCounted(undefined);
    const timer = setTimeout(async () => {
      const told = await ask(store);
      if (mine === latest.current) setCounted(told);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, files, runs, isLive, choice.model, choice.values.system]);
  return html`<p class="cost muted">${counted && words(counted)}</p>`;
}

/** Undefined if it cannot be told; nothing depends on it. */
async function ask(store) {
  const messages = store.asking(contentOf(store.draft.trim(), store.files));
  const order = { request: { model: store.choice.model, messages } };
  if (JSON.stringify(order).length > LONGEST) return undefined;
  try {
    return await api.tokens(order);
  } catch {
    return undefined;
  }
}

function words({ tokens, basis }) {
  return `${count(tokens, basis === 'estimated')} ${tokens === 1 ? 'token' : 'tokens'} to send`;
}
