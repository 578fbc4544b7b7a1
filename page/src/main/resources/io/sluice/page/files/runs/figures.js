/** The figures of a run, as words. A value that is not known is undefined. */
export function figuresOf(run) {
  const used = run.ending?.usage;
  const reported = used?.completion_tokens ?? used?.output_tokens;
  const tokens = reported ?? run.tokens?.completion;
  const estimated = reported === undefined && run.tokens?.basis === 'estimated';
  const prompt = used?.prompt_tokens ?? used?.input_tokens ?? run.tokens?.prompt;
  const until = run.ending?.timing?.last_token_ms ?? run.lastMs;
  const span = until === undefined || run.firstMs === undefined ? 0 : until - run.firstMs;
  return {
    tokens,
    estimated,
    prompt,
    rate: tokens > 1 && span > 0 ? (tokens - 1) / (span / 1000) : undefined,
    firstMs: run.firstMs,
    totalMs: run.totalMs ?? run.lastMs,
  };
}

export function count(value, estimated) {
  return value === undefined ? '–' : `${estimated ? '~' : ''}${value.toLocaleString('en')}`;
}

export function rate(value) {
  return value === undefined ? '–' : `${value >= 100 ? Math.round(value) : value.toFixed(1)}/s`;
}

export function seconds(ms) {
  if (ms === undefined) return '–';
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
