package io.sluice.dialects.anthropic;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Completion;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader reports, a line each, short enough for a table: all quotes are single. Refuses
 * anything behind an end.
 */
final class Heard implements Dialect.Receiver {

  final List<String> lines = new ArrayList<>();
  final List<Chunk> chunks = new ArrayList<>();
  private final Dialect.Reader reader = new AnthropicDialect().reader();
  private final CompletionAccumulator completion = new CompletionAccumulator();
  private Optional<Failure> failure = Optional.empty();
  private boolean over;

  /** Reads events whose data are these texts, single quotes for double ones. */
  static Heard of(String... events) {
    var heard = new Heard();
    for (String event : events) {
      heard.read(new WireEvent.Data("message", "", bytes(event)));
    }
    return heard;
  }

  Heard read(WireEvent event) {
    reader.read(event, Duration.ofMillis(1), this);
    return this;
  }

  /** The body ends. */
  Heard end() {
    reader.end(this);
    return this;
  }

  /** Why the answer failed, if it did. */
  Optional<Failure> failure() {
    return failure;
  }

  Completion completion() {
    return completion.result();
  }

  static ByteBuffer bytes(String text) {
    return verbatim(text.replace('\'', '"'));
  }

  static ByteBuffer verbatim(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void chunk(Chunk chunk) {
    say("chunk" + chunk.deltas().stream().map(Heard::said).toList() + usage(chunk));
    chunks.add(chunk);
    completion.add(chunk);
  }

  @Override
  public void irregular(Irregularity.Kind kind) {
    say(kind.word());
  }

  @Override
  public void done() {
    say("done");
    over = true;
  }

  @Override
  public void failed(Failure reason) {
    failure = Optional.of(reason);
    String code = reason instanceof Failure.Provider said ? said.code().orElse("-") + " " : "";
    String type = reason instanceof Failure.Provider said ? said.type().orElse("-") + " " : "";
    say("failed " + code + type + reason.message());
    over = true;
  }

  private void say(String line) {
    if (over) {
      throw new AssertionError("reported after the end: " + line);
    }
    lines.add(line.replace('"', '\''));
  }

  private static String usage(Chunk chunk) {
    return chunk
        .usage()
        .map(u -> " " + u.promptTokens() + "+" + u.completionTokens() + "=" + u.totalTokens())
        .orElse("");
  }

  private static String said(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return "'" + text.text() + "'";
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return "thinks '" + reasoning.text() + "'";
    }
    if (delta instanceof Delta.Role role) {
      return role.role().value();
    }
    if (delta instanceof Delta.Finish finish) {
      return "finish " + finish.reason();
    }
    if (delta instanceof Delta.ToolCall call) {
      String other = call.other().isEmpty() ? "" : " " + call.other();
      return "call %d %s %s %s%s"
          .formatted(call.index(), call.id(), call.name(), call.arguments(), other);
    }
    var other = (Delta.Other) delta;
    return other.place().name().toLowerCase(Locale.ROOT) + " " + other.name() + " " + other.value();
  }
}
