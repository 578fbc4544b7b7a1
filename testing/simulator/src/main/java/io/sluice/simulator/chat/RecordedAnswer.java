package io.sluice.simulator.chat;

import io.sluice.simulator.recorded.EventCutter;
import io.sluice.simulator.recorded.TranscriptEvents;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Sse;
import io.sluice.simulator.script.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A recorded answer, sent to every request byte for byte. Immutable. */
public final class RecordedAnswer implements Answers {
  /** The largest file that is read; a recording is held in memory. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int LOOKED_AT = 64 * 1024;
  private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*\\{");
  private static final Pattern LINES = Pattern.compile("\\s*\\{[^\n]*}\\s*\n\\s*\\{");

  private final List<Step> steps;

  private RecordedAnswer(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a {@code .sse} file as it is, or a transcript ({@code .jsonl}) whose chunks become
   * events.
   *
   * @throws IOException with a one-line message, if the file cannot be used
   */
  public static RecordedAnswer read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    return file.toString().endsWith(".jsonl")
        ? new RecordedAnswer(TranscriptEvents.read(file, bytes))
        : of(bytes, contentType(bytes));
  }

  /** What a record begins with says how it is framed; one JSON object alone is no sign. */
  private static String contentType(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == 0) {
      return "application/vnd.amazon.eventstream";
    }
    String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
    if (ARRAY.matcher(start).lookingAt()) {
      return "application/json";
    }
    return LINES.matcher(start).lookingAt() ? "application/x-ndjson" : Sse.CONTENT_TYPE;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException(file + " is larger than 256 MiB; cut it first");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    }
  }

  /** Makes any bytes the body of a 200; an event stream is cut into its events. */
  public static RecordedAnswer of(byte[] bytes, String contentType) {
    var steps = new ArrayList<Step>();
    steps.add(Sse.head(contentType));
    if (contentType.startsWith("text/event-stream")) {
      steps.addAll(EventCutter.cut(bytes));
    } else {
      steps.add(new Step.Body(ByteBuffer.wrap(bytes.clone())));
    }
    steps.add(Step.Last.END);
    return new RecordedAnswer(steps);
  }

  @Override
  public Script script(ChatAsk ask, Api api) {
    return Script.from(steps.iterator());
  }
}
