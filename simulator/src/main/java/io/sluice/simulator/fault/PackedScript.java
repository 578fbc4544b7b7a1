package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Compresses a body, flushed at each step so that nothing waits. Mutable, one reader. */
final class GzipScript implements Script {
  private final Script coded;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;

  GzipScript(Script steps) {
    this.coded = steps.each(this::code);
    try {
      this.gzip = new GZIPOutputStream(bytes, 512, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Script code(Step step) {
    try {
      return coded(step);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Script coded(Step step) throws IOException {
    if (step instanceof Step.Event event) {
      return Script.of(new Step.Event(event.mark(), compressed(event.bytes())));
    }
    if (step instanceof Step.Body body) {
      return Script.of(new Step.Body(compressed(body.bytes())));
    }
    if (step instanceof Step.Head head) {
      return Script.of(head.with("Content-Encoding", "gzip").without("Content-Length"));
    }
    if (step == Step.Last.END || step == Step.Last.END_AND_CLOSE) {
      gzip.finish();
      return Script.of(new Step.Body(taken()), step);
    }
    return Script.of(step);
  }

  private ByteBuffer compressed(ByteBuffer plain) throws IOException {
    byte[] copy = new byte[plain.remaining()];
    plain.duplicate().get(copy);
    gzip.write(copy);
    gzip.flush();
    return taken();
  }

  private ByteBuffer taken() {
    ByteBuffer taken = ByteBuffer.wrap(bytes.toByteArray());
    bytes.reset();
    return taken;
  }

  @Override
  public boolean hasNext() {
    return coded.hasNext();
  }

  @Override
  public Step next() {
    return coded.next();
  }
}
