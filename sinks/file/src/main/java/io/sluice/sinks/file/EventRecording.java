package io.sluice.sinks.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * Records the payloads as an event stream, each event in one write. The end marker is written only
 * if the answer completed; otherwise a comment says how it ended. Mutable; for one run.
 */
final class EventRecording implements Sink {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final OutputStream out;
  private boolean marksItsEnd;

  EventRecording(OutputStream out) {
    this.out = out;
  }

  /** Other dialects have an end marker of their own among the payloads. */
  @Override
  public void onOpen(StreamContext context) {
    marksItsEnd = context.dialect().equals(TranscriptWriter.STANDARD_DIALECT);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    write("data: " + LINE_BREAK.matcher(chunk.json()).replaceAll("\ndata: "));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    if (outcome.status() != Status.COMPLETED) {
      String why = outcome.failure().map(Failure::message).map(text -> " - " + text).orElse("");
      write(": " + outcome.status().word() + LINE_BREAK.matcher(why).replaceAll(" "));
    } else if (marksItsEnd) {
      write("data: [DONE]");
    }
  }

  private void write(String event) throws IOException {
    out.write((event + "\n\n").getBytes(UTF_8));
  }
}
