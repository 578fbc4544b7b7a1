package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses a body, flushed at each step so that no bytes are held back. Mutable, one reader. */
final class PackedScript implements Script {
  private static final int BUFFER = 512;

  private final Script coded;
  private final ByteArrayOutputStream bytes;
  private final String coding;
  private final DeflaterOutputStream packing;

  private PackedScript(
      Script steps, String coding, ByteArrayOutputStream bytes, DeflaterOutputStream packing) {
    this.coded = steps.each(this::code);
    this.coding = coding;
    this.bytes = bytes;
    this.packing = packing;
  }

  static PackedScript gzip(Script steps) {
    var bytes = new ByteArrayOutputStream();
    try {
      return new PackedScript(steps, "gzip", bytes, new GZIPOutputStream(bytes, BUFFER, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uses the zlib format, which HTTP calls deflate (RFC 9110, section 8.4.1.2). */
  static PackedScript deflate(Script steps) {
    var bytes = new ByteArrayOutputStream();
    return new PackedScript(steps, "deflate", bytes, new DeflaterOutputStream(bytes, true));
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
      return Script.of(head.with("Content-Encoding", coding).without("Content-Length"));
    }
    if (step == Step.Last.END || step == Step.Last.END_AND_CLOSE) {
      packing.finish();
      return Script.of(new Step.Body(taken()), step);
    }
    return Script.of(step);
  }

  private ByteBuffer compressed(ByteBuffer plain) throws IOException {
    byte[] copy = new byte[plain.remaining()];
    plain.duplicate().get(copy);
    packing.write(copy);
    packing.flush();
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
