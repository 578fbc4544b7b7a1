// Asks through a server with the official client of OpenAI, and prints what came of it as JSON.
import OpenAI from 'openai';

const [baseURL, prompt, question] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: 'k', maxRetries: 0 });
const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const description = 'Tells the weather of a city';
const tools = [{ type: 'function', function: { name: 'get_weather', description, parameters } }];
const asked = (content, more) => ({
  model: 'sluice-offline',
  temperature: 0,
  messages: [{ role: 'user', content }],
  ...more,
});

let text = '';
for await (const chunk of await client.chat.completions.create(asked(prompt, { stream: true }))) {
  text += chunk.choices[0]?.delta?.content ?? '';
}
const whole = await client.chat.completions.create(asked(prompt));
const called = await client.chat.completions.stream(asked(question, { tools })).finalChatCompletion();
const status = await client.chat.completions.create(asked(prompt, { temperature: 9 })).then(
  () => 200,
  (refused) => refused.status,
);
console.log(
  JSON.stringify({
    text,
    whole: whole.choices[0].message.content,
    calls: called.choices[0].message.tool_calls.map((call) => [
      call.function.name,
      JSON.parse(call.function.arguments),
    ]),
    status,
  }),
);
