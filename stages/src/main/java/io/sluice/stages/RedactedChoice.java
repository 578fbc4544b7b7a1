package io.sluice.stages;

import io.sluice.stages.secret.JsonSecretFilter;
import io.sluice.stages.secret.SecretFilter;
import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Delta;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One choice, with a filter for each of its texts. Its finish waits until all before it was shown,
 * so that no text seems to follow it. Mutable; for one thread.
 */
final class RedactedChoice {

  private static final int MOST_CALLS = 1024;

  /** As long as most deltas are; a longer one is not worth keeping. */
  private static final int LONGEST_REMEMBERED = 64;

  private final int choice;
  private final Secrets secrets;
  private final Map<TextKind, SecretFilter> texts = new EnumMap<>(TextKind.class);
  private final Map<Integer, JsonSecretFilter> calls = new TreeMap<>();
  private @Nullable Delta finish;

  /** The text that came last: it is often held until the next one has come, and then passed. */
  private @Nullable Delta latest;

  RedactedChoice(int choice, Secrets secrets) {
    this.choice = choice;
    this.secrets = secrets;
  }

  void text(TextKind kind, Delta delta, ChunkAssembly chunk) {
    String said = TextKind.text(delta);
    Delta before = latest;
    String shown = filter(kind).add(said, before == null ? "" : TextKind.text(before));
    latest = said.length() <= LONGEST_REMEMBERED ? delta : null;
    if (shown.equals(said)) {
      chunk.add(delta);
    } else if (!shown.isEmpty() && before != null && says(before, kind, shown)) {
      chunk.add(before);
    } else if (!shown.isEmpty()) {
      chunk.add(kind.delta(choice, shown));
    }
    addFinish(chunk);
  }

  /** Adds a fragment of a call whose name and fields hold no secret. */
  void call(Delta.ToolCall call, ChunkAssembly chunk) {
    String shown = filter(call.index()).add(call.arguments());
    if (!shown.isEmpty() || !call.id().isEmpty() || !call.name().isEmpty()) {
      chunk.add(fragment(call, shown));
    }
    addFinish(chunk);
  }

  void finish(Delta reason, ChunkAssembly chunk) {
    finish = reason;
    addFinish(chunk);
  }

  /** Adds all that was held back. */
  void end(ChunkAssembly chunk) {
    for (TextKind kind : TextKind.values()) {
      SecretFilter filter = texts.get(kind);
      String rest = filter == null ? "" : filter.end();
      if (!rest.isEmpty()) {
        chunk.add(kind.delta(choice, rest));
      }
    }
    calls.forEach(
        (index, filter) -> {
          String rest = filter.end();
          if (!rest.isEmpty()) {
            chunk.add(new Delta.ToolCall(choice, index, "", "", rest, Map.of()));
          }
        });
    addFinish(chunk);
  }

  private static boolean says(Delta text, TextKind kind, String shown) {
    return TextKind.of(text) == kind && TextKind.text(text).equals(shown);
  }

  private void addFinish(ChunkAssembly chunk) {
    if (finish != null && isEmpty()) {
      chunk.add(finish);
      finish = null;
    }
  }

  private boolean isEmpty() {
    for (SecretFilter filter : texts.values()) {
      if (!filter.isEmpty()) {
        return false;
      }
    }
    return calls.values().stream().allMatch(JsonSecretFilter::isEmpty);
  }

  private SecretFilter filter(TextKind kind) {
    SecretFilter known = texts.get(kind);
    SecretFilter filter = known == null ? secrets.filter() : known;
    texts.put(kind, filter);
    return filter;
  }

  private JsonSecretFilter filter(int call) {
    if (calls.size() == MOST_CALLS && !calls.containsKey(call)) {
      throw new IllegalStateException("a choice has more than " + MOST_CALLS + " calls");
    }
    return calls.computeIfAbsent(call, first -> secrets.jsonFilter());
  }

  private Delta fragment(Delta.ToolCall call, String arguments) {
    return new Delta.ToolCall(
        choice, call.index(), call.id(), call.name(), arguments, call.other());
  }
}
