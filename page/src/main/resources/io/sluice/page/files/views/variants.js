import { html } from '../html.js';

const PRESETS = { waiting: 'Streaming beside waiting', models: 'Models', temperatures: 'Temperatures', endpoints: 'Endpoints' };
const FEWEST = 2;
const MOST = 8;

/** The variants that a preset begins with. */
export function presetOf(name, store) {
  const { endpoint, model } = store.choice;
  const base = { endpoint, model };
  const known = store.choice.models[endpoint] ?? [];
  switch (name) {
    case 'models': {
      const two = known.length > 1 ? known.slice(0, 2) : [model, model];
      return two.map((each, at) => ({ ...base, model: each, label: each || `Model ${at + 1}` }));
    }
    case 'temperatures':
      return [0, 0.7, 1.4].map((temperature) => ({ ...base, temperature, label: `Temperature ${temperature}` }));
    case 'endpoints':
      return store.about.endpoints.slice(0, 2).map((each) => ({
        endpoint: each.name,
        model: each.name === endpoint ? model : store.choice.first(each.name) ?? '',
        label: each.name,
      }));
    default:
      return [
        { ...base, stream: true, label: 'Streaming' },
        { ...base, stream: false, label: 'Waiting' },
      ];
  }
}

/** Two to eight ways in which a question is answered, to be changed before it is asked. */
export function Variants({ store, variants, onChange }) {
  const change = (at, part) => onChange(variants.map((variant, index) => (index === at ? { ...variant, ...part } : variant)));
  const add = () => onChange([...variants, { ...variants.at(-1), label: `Variant ${variants.length + 1}` }]);
  const drop = (at) => onChange(variants.filter((each, index) => index !== at));
  return html`<div class="variants">
    <label>Begin with <select onChange=${(event) => onChange(presetOf(event.target.value, store))}>
      ${Object.entries(PRESETS).map(([name, label]) => html`<option value=${name}>${label}</option>`)}
    </select></label>
    ${variants.map((variant, at) => html`<${Variant} key=${at} number=${at + 1} variant=${variant} store=${store}
      onChange=${(part) => change(at, part)} onDrop=${variants.length > FEWEST && (() => drop(at))} />`)}
    <p><button type="button" disabled=${variants.length >= MOST} onClick=${add}>Add a variant</button></p>
  </div>`;
}

function Variant({ number, variant, store, onChange, onDrop }) {
  const set = (name) => (event) => onChange({ [name]: event.target.value });
  const temperature = (event) => onChange({ temperature: event.target.value === '' ? undefined : Number(event.target.value) });
  return html`<fieldset><legend>Variant ${number}</legend>
    <label>Name <input value=${variant.label} onInput=${set('label')} /></label>
    <label>Endpoint <select value=${variant.endpoint} onChange=${set('endpoint')}>
      ${store.about.endpoints.map((each) => html`<option value=${each.name}>${each.name}</option>`)}</select></label>
    <label>Model <input list="models" value=${variant.model} placeholder=${store.choice.first(variant.endpoint) ?? 'its name'} onInput=${set('model')} /></label>
    <label>Temperature <input type="number" min="0" max="2" step="0.1" value=${variant.temperature ?? ''} onInput=${temperature} /></label>
    <label class="check"><input type="checkbox" checked=${variant.stream !== false} onChange=${(event) => onChange({ stream: event.target.checked })} /> streamed</label>
    ${onDrop && html`<button type="button" class="quiet" onClick=${onDrop}>Remove<span class="hidden"> variant ${number}</span></button>`}
  </fieldset>`;
}
