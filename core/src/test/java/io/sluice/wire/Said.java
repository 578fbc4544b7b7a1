package io.sluice.wire;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words for chunks and failures, short enough for a table; all quotes in them are single. */
final class Said {

  private Said() {}

  static String of(Chunk chunk) {
    List<String> parts = new ArrayList<>();
    chunk.deltas().forEach(delta -> parts.add(of(delta)));
    chunk
        .usage()
        .ifPresent(
            u ->
                parts.add(
                    "usage "
                        + u.promptTokens()
                        + "+"
                        + u.completionTokens()
                        + "="
                        + u.totalTokens()));
    return "chunk(" + String.join(", ", parts).replace('"', '\'') + ")";
  }

  static String of(Failure failure) {
    if (failure instanceof Failure.Provider provider) {
      return "failed(%s, %s, %s)"
          .formatted(provider.code().orElse("-"), provider.type().orElse("-"), provider.message());
    }
    return "failed(" + failure.message() + ")";
  }

  private static String of(Delta delta) {
    return delta.choice() + ":" + within(delta);
  }

  private static String within(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return "'" + text.text() + "'";
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return "thinks '" + reasoning.text() + "'";
    }
    if (delta instanceof Delta.Refusal refusal) {
      return "refuses '" + refusal.text() + "'";
    }
    if (delta instanceof Delta.Role role) {
      return role.role().value();
    }
    if (delta instanceof Delta.Finish finish) {
      return "finish " + finish.reason();
    }
    if (delta instanceof Delta.ToolCall call) {
      return "call %d %s %s %s%s"
          .formatted(
              call.index(),
              call.id(),
              call.name(),
              call.arguments(),
              call.other().isEmpty() ? "" : " " + call.other());
    }
    var other = (Delta.Other) delta;
    return other.place().name().toLowerCase(Locale.ROOT) + " " + other.name() + " " + other.value();
  }
}
