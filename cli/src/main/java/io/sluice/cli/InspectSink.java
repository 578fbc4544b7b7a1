package io.sluice.cli;

import io.sluice.chat.Usage;
import io.sluice.json.JsonText;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints a line a chunk: its number, the milliseconds since the one before, its id, what it adds,
 * the finish reason, the usage. After {@code limit} lines it only counts. Mutable; for one run.
 */
final class InspectSink implements Sink {
  private static final String NOTHING = "-";

  private final StandardOutput out;
  private final long limit;
  private long seen;
  private Duration last = Duration.ZERO;

  InspectSink(StandardOutput out, long limit) {
    this.out = out;
    this.limit = limit;
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    seen++;
    if (seen <= limit) {
      double since = chunk.at().minus(last).toNanos() / 1e6;
      String id = chunk.origin().id().isEmpty() ? NOTHING : OneLine.of(chunk.origin().id());
      out.print(
          String.format(
              Locale.ROOT,
              "%4d %9.1f ms  %s  %-24s  %-8s  %s",
              seen,
              since,
              id,
              added(chunk),
              finish(chunk),
              chunk.usage().map(InspectSink::figures).orElse(NOTHING) + "\n"));
    }
    last = chunk.at();
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    long more = seen - limit;
    if (more > 0) {
      out.print("… " + more + (more == 1 ? " more chunk\n" : " more chunks\n"));
    }
  }

  private static String added(Chunk chunk) {
    return joined(
        chunk.deltas().stream()
            .filter(InspectSink::isOfTheDelta)
            .map(delta -> ofChoice(delta) + said(delta))
            .collect(Collectors.joining(" ")));
  }

  /** Without what has a column of its own and what every chunk repeats about the answer. */
  private static boolean isOfTheDelta(Delta delta) {
    boolean ofChunk = delta instanceof Delta.Other other && other.place() == Delta.Place.CHUNK;
    return !(delta instanceof Delta.Finish) && !ofChunk;
  }

  private static String finish(Chunk chunk) {
    return joined(
        chunk.deltas().stream()
            .filter(Delta.Finish.class::isInstance)
            .map(Delta.Finish.class::cast)
            .map(finish -> ofChoice(finish) + OneLine.of(finish.reason().value()))
            .collect(Collectors.joining(" ")));
  }

  private static String joined(String parts) {
    return parts.isEmpty() ? NOTHING : parts;
  }

  private static String ofChoice(Delta delta) {
    return delta.choice() == 0 ? "" : delta.choice() + ":";
  }

  private static String said(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return quoted(text.text());
    }
    if (delta instanceof Delta.Role role) {
      return "role=" + OneLine.of(role.role().value());
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return "reasoning=" + quoted(reasoning.text());
    }
    if (delta instanceof Delta.Refusal refusal) {
      return "refusal=" + quoted(refusal.text());
    }
    if (delta instanceof Delta.ToolCall call) {
      return "tool[" + call.index() + "]=" + OneLine.of(call.name()) + quoted(call.arguments());
    }
    Delta.Other other = (Delta.Other) delta;
    return OneLine.of(other.name()) + "=" + OneLine.of(other.value().text());
  }

  private static String quoted(String text) {
    return JsonText.json(text).text();
  }

  private static String figures(Usage usage) {
    return usage.promptTokens() + "+" + usage.completionTokens() + "=" + usage.totalTokens();
  }
}
