import { api } from './api.js';

const KEPT = 'sluice.choice';

/** Which endpoint and model are asked next, and how. A tab keeps it, and knows the models of endpoints. */
export class ModelChoice {
  /** @param {() => void} changed is called after each change */
  constructor(changed) {
    this.changed = changed;
    this.models = {};
    /** What was chosen: `endpoint`, `model`, `temperature`, `system`; what was not is missing or empty. */
    this.values = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  }

  /** Takes one of these endpoints, the first if that of before is none of them. */
  among(names) {
    if (!names.includes(this.endpoint)) this.choose({ endpoint: names[0], model: '' });
    else this.know(this.endpoint);
  }

  get endpoint() {
    return this.values.endpoint;
  }

  /** What is asked when no model was chosen: the first that the endpoint lists. */
  get model() {
    return this.values.model || this.first(this.endpoint) || '';
  }

  /** The model that an endpoint lists first; undefined if its models are not known. */
  first(endpoint) {
    return this.models[endpoint]?.[0];
  }

  choose(part) {
    this.values = { ...this.values, ...part };
    sessionStorage.setItem(KEPT, JSON.stringify(this.values));
    this.changed();
    this.know(this.endpoint);
  }

  /** @returns {Promise<string | undefined>} why the models of an endpoint are not known */
  async know(endpoint) {
    if (this.models[endpoint]) return undefined;
    try {
      const { models, error } = await api.models(endpoint);
      if (!error) this.models[endpoint] = models.map((model) => model.id);
      this.error = error;
    } catch (error) {
      this.error = error.message;
    }
    this.changed();
    return this.error;
  }

  /** The model that is asked: the first that the endpoint lists, where none was chosen. */
  async modelOf(endpoint, chosen) {
    if (chosen) return chosen;
    const why = await this.know(endpoint);
    const model = this.first(endpoint);
    if (model) return model;
    throw new Error(`The endpoint ${endpoint} lists no models${why ? ` (${why})` : ''}. Name the one that you want above.`);
  }
}
