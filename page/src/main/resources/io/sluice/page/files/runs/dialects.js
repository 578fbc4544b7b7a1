/**
 * What the payloads of each dialect add to an answer. A reader takes one payload and an answer
 * `{text(string), reasoning(string), tool(name, string), finish(reason)}`.
 */
const READERS = { openai, anthropic, responses, gemini, ollama, cohere, bedrock };

/** The reader of a dialect; undefined if the page does not know it. */
export function readerOf(dialect) {
  return READERS[dialect ?? 'openai'];
}

function openai(data, answer) {
  for (const choice of data.choices ?? []) {
    if (choice.index) continue;
    const delta = choice.delta ?? choice.message ?? {};
    answer.reasoning(delta.reasoning_content ?? delta.reasoning ?? '');
    answer.text(delta.content ?? '');
    answer.text(delta.refusal ?? '');
    for (const call of delta.tool_calls ?? []) {
      answer.tool(call.function?.name, call.function?.arguments ?? '');
    }
    if (choice.finish_reason) answer.finish(choice.finish_reason);
  }
}

function anthropic(data, answer) {
  for (const block of data.content ?? []) anthropicBlock(block, answer);
  if (data.content_block) anthropicBlock(data.content_block, answer);
  const delta = data.delta ?? {};
  answer.text(delta.text ?? '');
  answer.reasoning(delta.thinking ?? '');
  if (delta.partial_json) answer.tool(undefined, delta.partial_json);
  const reason = delta.stop_reason ?? data.stop_reason;
  if (reason) answer.finish(reason === 'max_tokens' ? 'length' : reason);
}

function anthropicBlock(block, answer) {
  answer.text(block.text ?? '');
  answer.reasoning(block.thinking ?? '');
  if (block.type === 'tool_use') answer.tool(block.name, '');
}

function responses(data, answer) {
  if (data.type === 'response.output_text.delta' || data.type === 'response.refusal.delta') {
    answer.text(data.delta);
  } else if (/^response\.reasoning.*\.delta$/.test(data.type)) {
    answer.reasoning(data.delta);
  } else if (data.type === 'response.output_item.added' && data.item?.type === 'function_call') {
    answer.tool(data.item.name, '');
  } else if (data.type === 'response.function_call_arguments.delta') {
    answer.tool(undefined, data.delta);
  } else if (data.type === 'response.incomplete') {
    answer.finish(data.response?.incomplete_details?.reason === 'max_output_tokens' ? 'length' : 'content_filter');
  } else if (data.object === 'response') {
    for (const part of (data.output ?? []).flatMap((item) => item.content ?? [])) answer.text(part.text ?? '');
  }
}

function gemini(data, answer) {
  const candidate = data.candidates?.[0];
  for (const part of candidate?.content?.parts ?? []) {
    if (part.functionCall) answer.tool(part.functionCall.name, JSON.stringify(part.functionCall.args ?? {}));
    else if (part.thought) answer.reasoning(part.text ?? '');
    else answer.text(part.text ?? '');
  }
  const reason = candidate?.finishReason;
  if (reason) answer.finish({ MAX_TOKENS: 'length', SAFETY: 'content_filter' }[reason] ?? reason.toLowerCase());
}

function ollama(data, answer) {
  answer.reasoning(data.message?.thinking ?? '');
  answer.text(data.message?.content ?? data.response ?? '');
  for (const call of data.message?.tool_calls ?? []) {
    answer.tool(call.function?.name, JSON.stringify(call.function?.arguments ?? {}));
  }
  if (data.done_reason) answer.finish(data.done_reason);
}

function cohere(data, answer) {
  const content = data.delta?.message?.content;
  answer.text(content?.text ?? '');
  answer.reasoning(content?.thinking ?? '');
  for (const part of data.message?.content ?? []) answer.text(part.text ?? '');
  const reason = data.delta?.finish_reason ?? data.finish_reason;
  if (reason) answer.finish(reason === 'MAX_TOKENS' ? 'length' : reason.toLowerCase());
}

function bedrock(data, answer) {
  const delta = (data.contentBlockDelta ?? data).delta ?? {};
  answer.text(delta.text ?? '');
  answer.reasoning(delta.reasoningContent?.text ?? '');
  for (const part of data.output?.message?.content ?? []) answer.text(part.text ?? '');
  const reason = (data.messageStop ?? data).stopReason;
  if (reason) answer.finish({ max_tokens: 'length', content_filtered: 'content_filter' }[reason] ?? reason);
}
