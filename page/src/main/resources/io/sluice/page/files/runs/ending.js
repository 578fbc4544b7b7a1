const ICONS = { stop: '■', warn: '▲', bad: '✕', ok: '✓' };

/**
 * How a run ended, in words: `{kind, icon, words, goOn}`; undefined while it is live.
 * A complete answer has no mark, so `words` is empty.
 */
export function endingOf(run) {
  if (run.isLive) return undefined;
  const [kind, words, goOn] = mark(run);
  return { kind, icon: ICONS[kind], words, goOn: goOn && run.text.length > 0 };
}

function mark(run) {
  const error = run.error?.message;
  switch (run.status) {
    case 'completed':
      return completed(run);
    case 'stopped':
      return ['stop', 'Stopped', true];
    case 'truncated':
      return ['bad', kept(run, error ?? 'the connection was lost', 'Cut off'), true];
    case 'timed_out':
      return ['bad', kept(run, error ?? 'no answer in time', 'Timed out'), true];
    default:
      return ['bad', kept(run, error ?? 'no reason was given', 'Failed'), true];
  }
}

function completed(run) {
  if (run.reason === 'length') return ['warn', 'Cut at the length limit', true];
  if (run.reason === 'content_filter') return ['warn', 'Cut by the content filter', false];
  if (run.lost) return ['warn', 'Lines of this answer are missing', false];
  return ['ok', '', false];
}

function kept(run, why, word) {
  return run.text ? `${word}: ${why.replace(/\.$/, '')}. What came before is kept.` : `${word}: ${why}`;
}
