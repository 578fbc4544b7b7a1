// Streams an answer and a tool call with the official client of an API, and prints both as JSON.
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { Ollama } from 'ollama';
import OpenAI from 'openai';

const [client, host, prompt, question] = process.argv.slice(2);
const model = 'sluice-offline';
const name = 'get_weather';
const description = 'Tells the weather of a city';
const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

const clients = {
  async responses(content, tools) {
    const openai = new OpenAI({ apiKey: 'k', baseURL: host + '/v1', maxRetries: 0 });
    const stream = openai.responses.stream({
      model,
      temperature: 0,
      input: content,
      ...(tools && { tools: [{ type: 'function', name, description, parameters: schema, strict: false }] }),
    });
    let text = '';
    for await (const event of stream) {
      if (event.type === 'response.output_text.delta') text += event.delta;
    }
    const response = await stream.finalResponse();
    const calls = response.output
      .filter((item) => item.type === 'function_call')
      .map((item) => [item.name, JSON.parse(item.arguments)]);
    return { text, whole: response.output_text, calls, tokens: response.usage.output_tokens };
  },
  async anthropic(content, tools) {
    const anthropic = new Anthropic({ apiKey: 'k', baseURL: host, maxRetries: 0 });
    const stream = anthropic.messages.stream({
      model,
      max_tokens: 4096,
      temperature: 0,
      messages: [{ role: 'user', content }],
      ...(tools && { tools: [{ name, description, input_schema: schema }] }),
    });
    let text = '';
    stream.on('text', (delta) => (text += delta));
    const message = await stream.finalMessage();
    const whole = message.content.filter((block) => block.type === 'text').map((block) => block.text);
    const calls = message.content
      .filter((block) => block.type === 'tool_use')
      .map((block) => [block.name, block.input]);
    return { text, whole: whole.join(''), calls, tokens: message.usage.output_tokens };
  },
  async gemini(contents, tools) {
    const gemini = new GoogleGenAI({ apiKey: 'k', httpOptions: { baseUrl: host } });
    const declaration = { name, description, parametersJsonSchema: schema };
    const stream = await gemini.models.generateContentStream({
      model,
      contents,
      config: { temperature: 0, ...(tools && { tools: [{ functionDeclarations: [declaration] }] }) },
    });
    let text = '';
    let tokens = 0;
    const calls = [];
    for await (const chunk of stream) {
      for (const part of chunk.candidates[0].content.parts) {
        text += part.text ?? '';
        if (part.functionCall) calls.push([part.functionCall.name, part.functionCall.args]);
      }
      tokens = chunk.usageMetadata.candidatesTokenCount;
    }
    return { text, whole: text, calls, tokens };
  },
  async ollama(content, tools) {
    const ollama = new Ollama({ host });
    const stream = await ollama.chat({
      model,
      options: { temperature: 0 },
      stream: true,
      messages: [{ role: 'user', content }],
      ...(tools && {
        tools: [{ type: 'function', function: { name, description, parameters: schema } }],
      }),
    });
    let text = '';
    let tokens = 0;
    const calls = [];
    for await (const line of stream) {
      text += line.message.content;
      for (const call of line.message.tool_calls ?? []) {
        calls.push([call.function.name, call.function.arguments]);
      }
      tokens = line.eval_count;
    }
    return { text, whole: text, calls, tokens };
  },
};

const said = await clients[client](prompt, false);
const asked = await clients[client](question, true);
console.log(JSON.stringify({ text: said.text, whole: said.whole, tokens: said.tokens, calls: asked.calls }));
