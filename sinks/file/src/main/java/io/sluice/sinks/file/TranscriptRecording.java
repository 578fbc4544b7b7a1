package io.sluice.sinks.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;
import java.io.OutputStream;

/** One line for each thing that happens, each in one write. */
final class TranscriptRecording implements RunRecord {

  private final OutputStream out;

  TranscriptRecording(OutputStream out) {
    this.out = out;
  }

  @Override
  public void open(StreamContext context) throws IOException {
    write(TranscriptWriter.open(context));
  }

  @Override
  public void retry(Retry retry) throws IOException {
    write(TranscriptWriter.retry(retry));
  }

  @Override
  public void chunk(Chunk chunk) throws IOException {
    write(TranscriptWriter.chunk(chunk));
  }

  @Override
  public void end(Outcome outcome) throws IOException {
    write(TranscriptWriter.end(outcome));
  }

  private void write(String line) throws IOException {
    out.write(line.getBytes(UTF_8));
  }
}
